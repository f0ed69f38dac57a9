import { counted } from '../../base/plural.ts';
import type { ConfidentialityWords } from '../confidentiality.ts';

const monthsEn = (months: number): string => counted('en', months, { one: 'month', other: 'months' });

export const confidentialityEn: ConfidentialityWords = {
  organisation: '**Confidentiality policy of NUM+.** Organization: ',
  uses: 'We use NUM+, a game that measures digital skills at work. This policy says what is collected, how, why, who sees it and for how long. A notice also comes before the game.',
  why: '**Why.** The result is used to support you. It is not used to hire, to dismiss or to decide on benefits. By itself it decides nothing. Information is also used to run the service and to protect it.',
  collected:
    '**What is collected.** What you do in the game, with its time, and your breaks. What you write. Your settings, your aids, your access needs and how you use your device. Your points, your level and your grade. Your requests for review, and notes of the staff. Your number, your course and your groups on the course platform. The game does not keep your name.',
  aboutResearch: 'Your answer to the question about research.',
  background:
    'After the game, only if you say yes to research and if you answer: age group, diploma, first language, years with a computer.',
  means:
    '**By what means.** The game records what you do in it, in your browser. The course platform sends your number, your role, your course and your groups. It may also send your name, which the game shows and does not keep. Staff may note your access needs. Rules written beforehand give the points: this is a technology that assesses. Nothing is measured before you press “I understand, let’s start”. There is no sound and no picture, and no cookie follows you.',
  receives:
    '**Who receives it.** The staff of your course see your name, your result and what you do. A grade goes to your course. The people who run the server have access too. Our providers are bound by a written agreement.',
  alsoReceives: ['Also receives data, without your name: ', 'who; see document 10'],
  researchTeam: (team) => `${team} receives, with a code, the data of people who said yes to research.`,
  period: '**For how long.**',
  months: (months) => `Your data are kept for ${monthsEn(months)} after the last action.`,
  noPeriod: 'period; see document 5',
  teamMonths: (months) => `The research team keeps its data for ${monthsEn(months)}.`,
  destroyed: (auditMonths) =>
    `Then they are destroyed. Backups, files and paper are destroyed on the date in our schedule. A grade already sent stays in your course. The list of accesses, without your name, is kept for ${monthsEn(auditMonths)}. What was used for a decision about you is kept for at least a year after the decision.`,
  outside: '**Outside Québec.**',
  leaves: (leaves) =>
    leaves
      ? 'Your data may leave Québec. We first assess whether they are well protected there.'
      : 'Your data stay in Québec.',
  notSaid: 'whether data leave it; see document 2, chapter 7',
  security:
    '**Security.** Exchanges and your texts are encrypted. Access follows the role and the groups of the course. A log keeps who read, changed or exported what. Every incident is recorded and followed up.',
  roles: [
    '**Roles.** The person in charge of personal information approves our rules, and receives requests and complaints: ',
    '. The director of the service says who gives support, and trains staff. Staff read only the files of the people they support. The person who runs the server makes backups, updates and erasures.',
  ],
  rights: [
    '**Your rights.** You can see, copy, correct or erase your data, or ask us to.',
    'In the game, open “Comfort”, then “My data”. Or write to us: ',
    '. We answer in writing, within 30 days (20 days for a public body). A person can look at your result with you.',
  ],
  withdraw: 'You can withdraw your consent to research.',
  complaints: [
    '**Complaints.** Write or speak to: ',
    '. Somebody who is not concerned by it examines the complaint and hears you. The answer is written. Nobody is penalized for a complaint. You can also write to the Commission d’accès à l’information.',
  ],
  changes: (day) => `**Changes.** A change is announced in the same place as this policy. Version of ${day}.`,
  inStudy: (name) => (name === null ? ' In general: ' : ` In the study “${name}”: `),
};
