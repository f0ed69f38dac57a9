import { type Block, fill, h1, h2, p, points, table } from '../blocks.ts';
import { asksAboutResearch, type KitFacts, sayOnce, storesOf } from '../kit-facts.ts';
import { decisionEn, risksEn } from './impact-risks.en.ts';

export function impactEn(facts: KitFacts): Block[] {
  return [
    p(
      'This assessment is filled in as far as the program knows. What is left is highlighted. The answers describe NUM+ as it is set up today.',
    ),
    ...project(facts),
    ...information(facts),
    ...lifeCycle(facts),
    ...outside(facts),
    ...risksEn(),
    ...decisionEn(),
  ];
}

function project({ studies }: KitFacts): Block[] {
  const research = asksAboutResearch(studies);
  return [
    h1('1. The project'),
    table(
      [2, 5],
      ['question', 'answer'],
      [
        'Organization',
        sayOnce(studies, ({ organisation }) => organisation?.en) ??
          fill('legal name of the organization', 'charge'),
      ],
      [
        'Person in charge of personal information',
        sayOnce(studies, ({ inCharge }) => inCharge) ?? fill('name, title, contact', 'charge'),
      ],
      ['Law that applies', fill('private-sector act, or Access Act (public sector)', 'charge')],
      [
        'The project in short',
        'NUM+ is a game. It measures digital skills at work, in a simulated office. People enter it through the LMS. Staff read the result to support them.',
      ],
      ['Why this project here', fill('the need, in two sentences, and what was tried before', 'staff', 3)],
      ['People concerned', fill('who, how many a year, and whether minors play', 'staff', 2)],
      ['Planned date', fill('date of the start', 'staff')],
    ),
    h1('2. Purposes'),
    table(
      [3, 4, 3],
      ['purpose', 'why it is necessary', 'agreement'],
      [
        'Play, measure, support the person',
        'Without actions there are no points and no level. Without a result there is no support.',
        'Notice shown before the game: a summary, and the whole notice for whoever opens it. The person answers “I understand”',
      ],
      ['Run and protect the service', 'Finds a failure or a use that is not allowed.', 'Said in the notice'],
      [
        'Research that the study names',
        research ? 'Optional. The game works without it.' : 'Does not apply: no study asks for it.',
        'Separate consent, asked by the game',
      ],
      ['Future research', 'Optional. Asked only after a yes to the research.', 'Second, separate consent'],
    ),
    p(
      'The result is neither for hiring nor for deciding on benefits. The program cannot prevent such a use: your policy has to forbid it. ',
      fill('number or title of this policy', 'charge'),
    ),
    p(
      '**Proportionality.** A questionnaire collects less, but measures what people believe they can do. Observation by a person collects as much, without written rules. ',
      fill('why the game is a better fit here', 'staff', 3),
    ),
    p(
      '**Profiling (s. 8.1; public sector, s. 65.0.1).** A technology that assesses a person, for example their work or behaviour, may be that. The law then asks to say so first, and how to activate it. The game says before it begins that it measures, and measures nothing before “I understand”. The organization judges whether this is enough.',
    ),
  ];
}

function information({ platforms }: KitFacts): Block[] {
  const lms = platforms.map(({ name }) => name).join(', ');
  return [
    h1('3. Personal information'),
    h2('What is collected'),
    table(
      [4, 3, 2],
      ['information', 'why', 'sensitive?'],
      ['Random number and id in the LMS', 'Recognize the person, return the grade', 'no'],
      ['Course, activity, groups', 'Show the person to the right staff', 'no'],
      ['Actions in the game, with times; breaks and absences', 'Measure, replay, check', 'somewhat'],
      ['Points, levels, grade, comment', 'Support the person, fill the gradebook', 'somewhat'],
      [
        'Comfort, aids, access needs, device',
        'Make the game accessible and the result fair',
        '**yes: can reveal health**',
      ],
      ['Texts typed in the game', 'Apply the rules of the scene', '**yes** (encrypted)'],
      ['What rules read in a text, as categories and numbers', 'Give the points', 'somewhat (not encrypted)'],
      ['Requests for a look and notes of staff', 'Answer the person', '**yes** (encrypted)'],
      ['Answer about research', 'Respect the choice', '**yes** (encrypted, hidden from staff)'],
      [
        'Age group, diploma, first language, years with a computer. Only if a study wants it, after the play, from people who said yes',
        'Compare groups, for research',
        '**yes** (encrypted, hidden from staff)',
      ],
      ['Audit record', 'Know who did what', 'no'],
    ),
    p('The whole list, field by field, is the data map (document 3).'),
    h2('What is not collected'),
    points(
      'NUM+ stores no name, e-mail, address, birth date, gender or social insurance number. Staff see the name that the LMS gives at that moment.',
      'There is no sound, picture or video. No cookie follows the person.',
      'A password invented in the game stays in the browser.',
    ),
    h2('Where it comes from'),
    p(
      `From the person who plays, the LMS${lms === '' ? '' : ` (${lms})`} and staff of the course. Nothing is bought or taken elsewhere.`,
    ),
    h2('Who reads what'),
    table(
      [3, 6],
      ['who', 'what they read'],
      ['The person', 'Their report, their attempts, the notice, their answer about research'],
      [
        'Staff of the activity',
        'Names from the LMS, results, actions with times, aids. Of a typed text, the number of words',
      ],
      ['The LMS', 'The grade and its comment'],
      ['A record store', 'Statements under a pseudonym, without name or text'],
      [
        'The research team',
        'Statements of people who said yes, under a pseudonym. In its files, also their answers to background questions, if the study asks them',
      ],
      [
        'The person who runs the server',
        'The database. With the key `SECRET_KEY`, also the texts, the answers about research and the answers to background questions',
      ],
    ),
    p('Who has these roles here: ', fill('titles and number of people for each role', 'staff', 3)),
  ];
}

function lifeCycle({ studies, idleDays }: KitFacts): Block[] {
  const contact = sayOnce(studies, ({ contact: one }) => one);
  return [
    h1('4. From collection to destruction'),
    table(
      [2, 6],
      ['step', 'what NUM+ does'],
      [
        'Inform',
        'The notice comes before the game. It can be heard, in French and English, and read again at any time. Texts and versions: document 4.',
      ],
      ['Collect', 'Only while the person plays, and what the LMS sends at the launch.'],
      ['Use', 'Rules written beforehand give the points. Sheet: document 7.'],
      ['Disclose', 'To the LMS and to the record stores that were chosen. List: document 10.'],
      [
        'Keep',
        `Periods: document 5. An attempt without an action for ${idleDays} days is closed, not erased.`,
      ],
      [
        'Destroy',
        'Once a day the program erases what is older than the study’s period; without a period, nothing. People erase themselves in the game; otherwise, `person erase`. What stays: the grade in the LMS, old copies, exported files, logs, a number in the audit record. With SQLite, ids or results can stay for a day in unused space of the file, never a name or a readable text; MongoDB uses that space again by itself. More in document 5.',
      ],
    ),
    h2('Rights of the person'),
    table(
      [2, 5, 3],
      ['right', 'how', 'who answers here'],
      [
        'Access and copy',
        'The person reads their report and “My data” in the game, and takes a copy there. If they cannot open the game any more: `person export`.',
        fill('title of who answers; 30 days, 20 in the public sector', 'charge'),
      ],
      [
        'Correction',
        'The person asks for a look at their result. Staff answer, allow another attempt or correct the grade in the LMS.',
        'staff of the course',
      ],
      [
        'Withdrawal',
        'The person stops taking part in research, in the game. They can also stop playing.',
        'the person alone',
      ],
      [
        'Erasure',
        'The person erases their data in the game, under “My data”; or on request: `person erase`, which gives a certificate. A grade already in the LMS is erased in the LMS.',
        fill('title of who decides and who does it', 'charge'),
      ],
      [
        'Complaint',
        'To the organization, then to the Commission d’accès à l’information.',
        contact ?? fill('address for questions and complaints', 'charge'),
      ],
    ),
  ];
}

function outside({ studies, publicHost }: KitFacts): Block[] {
  const stores = storesOf(studies);
  return [
    h1('5. Outside Québec'),
    p(
      `The server is at \`${publicHost}\`. ${stores.length === 0 ? 'No record store is set up.' : `Statements go to ${stores.map(({ host }) => `\`${host}\``).join(', ')}.`} NUM+ does not know in which country an address is. Document 10 asks for the place of each.`,
    ),
    p(
      'If a place is outside Québec, the law asks for an assessment first (s. 17; public sector, s. 70.1): sensitivity, purpose, protection, legal regime of that place. Nothing goes there unless the protection is adequate. A written agreement takes it into account. **The notice then has to say so (s. 8; public sector, s. 65).** The sentences of NUM+ do not say it by themselves: add the place to `recipients`, or write your own notice. ',
      fill('conclusion for each place outside Québec, or “none”', 'charge', 5),
    ),
  ];
}
