/** What the product does with data (docs/researchers). Sentences of 12 words at most. */
import { asSentence } from '../base/as-sentence.ts';
import { counted } from '../base/plural.ts';
import type { NoticeSection } from '../contract/notice.ts';
import type { StudyFacts } from '../contract/study-facts.ts';

export function noticeEn(facts: StudyFacts): NoticeSection[] {
  return [
    {
      title: 'What the game is for',
      sentences: [
        'This game measures your digital skills at work.',
        'The result is used to support you.',
        'Your data also serve to run the game and to protect it.',
        'Research takes your data only if you say yes.',
        'You can take this yes back later.',
        'This is not an exam.',
        'Rules written beforehand look at your actions and give the points.',
        'No decision rests on the result alone.',
        'You can ask a person to look at your result.',
      ],
    },
    {
      title: 'What is kept',
      sentences: [
        'Each thing you do is kept, with its time.',
        'Your breaks and absences are measured.',
        'Your settings, such as zoom, are kept.',
        'The game notes whether you use mouse, finger, pen or keyboard.',
        'Staff may note your access needs, to choose tasks.',
        'Your course groups are kept, to limit which staff see you.',
        'What you write is kept, but encrypted.',
        'A password you make up stays in your browser.',
        'The game keeps a number, not your name.',
      ],
    },
    {
      title: 'Who can see it',
      sentences: [
        'The staff of your course see your name and results.',
        'They can see what you did, step by step.',
        'They do not read your texts, except ready-made phrases.',
        'They see the length and the kind, such as “a time”.',
        'They read what you write to ask for a review.',
        'They also see which aids you used.',
        'Your result also goes to the grades of your course.',
        'The people who run the server have access too.',
      ],
    },
    {
      title: 'Where your data go',
      sentences: [
        'Your data are on the server of the game.',
        'Your organization may keep a copy on another server.',
        'This copy has a code, not your name.',
        outsideEn(facts),
        ...facts.recipients.map(({ en }) => asSentence(`Also receives a copy: ${en}`)),
      ],
    },
    {
      title: 'For how long',
      sentences:
        facts.keptMonths === null
          ? ['Your organization decides how long to keep them.', 'You can ask how long.']
          : keptEn(facts.keptMonths),
    },
    { title: 'Your rights', sentences: rights(facts) },
  ];
}

/** Only the organisation knows where its server and its record stores are. */
function outsideEn({ leavesQuebec }: StudyFacts): string {
  if (leavesQuebec === null) return 'Ask your organization if your data leave Québec.';
  return leavesQuebec ? 'Your data may leave Québec.' : 'Your data stay in Québec.';
}

/** As the worker erases: by the last entry of the logs of a study, whoever caused it. */
export function keptEn(months: number): string[] {
  return [
    `Your data are kept for ${counted('en', months, { one: 'month', other: 'months' })} after the last action.`,
    ...periodEn,
  ];
}

/** Of every period. */
export const periodEn: readonly string[] = [
  'A staff decision, or an attempt that closes, counts as an action.',
  'After that time, the game erases your data.',
  'The list of who opened them may stay longer, without your name.',
];

function rights({ organisation, inCharge, contact }: StudyFacts): string[] {
  return [
    'Open “Comfort”, then “My data”.',
    'There you see what is kept and who opened it.',
    'You can take a copy or erase your data.',
    'Your course keeps the grade that it has.',
    'To correct your data, ask your organization.',
    'You can take a break or leave at any time.',
    ...(organisation === null ? [] : [asSentence(`Organization: ${organisation.en}`)]),
    ...(inCharge === null ? [] : [asSentence(`In charge of the data: ${inCharge}`)]),
    contact === null
      ? 'If you have questions, talk to the person who supports you.'
      : `For your questions: ${contact}`,
    'You can also write to the Commission d’accès à l’information.',
  ];
}
