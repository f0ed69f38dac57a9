/** Words of the copy to read and print; levels as in the person's report. */
import { commentWords } from '../attempts/grade-comment-words.ts';
import { counted } from '../base/plural.ts';
import { dimensionNames } from '../content/dimension-names.ts';
import type { ReportResult } from '../contract/report.ts';
import type { Choice, copyWordsFr } from './copy-words.fr.ts';
import type { KeptGrade, PlayedScene } from './description.ts';
import { asSentence } from '../base/as-sentence.ts';
import { attemptName, unnamed } from './person-words.en.ts';

type Leveled = Pick<Extract<ReportResult, { kind: 'level' }>['overall'], 'level' | 'between'>;

const choices: Readonly<Record<Choice, string>> = {
  given: 'said yes',
  future: 'said yes, for other research too',
  refused: 'said no',
  later: 'chose to answer later',
  withdrawn: 'stopped taking part',
  dropped: 'took back your yes to other research',
};

export const copyWordsEn: typeof copyWordsFr = {
  title: 'My data in NUM+',
  made: (moment) => asSentence(`Copy made on ${moment}`),
  organisation: (name) => asSentence(`Organization: ${name}`),
  person: (id) => `Your number in the game: ${id}`,
  subject: (id) => `Your ID on the course site: ${id}`,
  leftOut: 'What is not in this copy',
  background: 'Your answers about yourself, for research',
  research: 'Your answers about research',
  choice: (choice, moment) => asSentence(`On ${moment}, you ${choices[choice]}`),
  edition: (version) => `Edition of the text: ${version}.`,
  file: 'The data file has the details of each action.',
  unnamed,
  attempt: (one) => capital(attemptName(one)),
  span: (start, end) =>
    asSentence(end === null ? `Started on ${start}` : `Started on ${start}, ended on ${end}`),
  result: (result) => results(result),
  provisional: 'The data file has figures so far, which may still change.',
  scene: ({ status, points, actions }, moment) => [
    asSentence(`${statuses[status]}, started on ${moment}`),
    ...(points === null ? [] : [`${points.earned} out of ${counted('en', points.possible, pointForms)}.`]),
    `${counted('en', actions, { one: 'action', other: 'actions' })}.`,
  ],
  written: 'What you wrote:',
  grade: ({ dimension, score, state }, moment) => {
    const what =
      dimension === null ? 'Grade for your course' : `Grade for your course, ${dimensionNames.en[dimension]}`;
    return asSentence(`${what}: ${score} out of 100, ${states[state]}, on ${moment}`);
  },
  comment: 'Its comment:',
  note: (moment) => asSentence(`Staff note, on ${moment}`),
  askForNote: 'To read it, ask your organization.',
  request: (moment) => asSentence(`Your request for a review, on ${moment}`),
  answer: 'The answer:',
};

const pointForms = { one: 'point', other: 'points' };

const statuses: Readonly<Record<PlayedScene['status'], string>> = {
  waiting: 'Not played yet',
  open: 'In progress',
  done: 'Finished',
  skipped: 'Skipped',
  left: 'Not finished',
};

const states: Readonly<Record<KeptGrade['state'], string>> = {
  pending: 'waiting',
  sent: 'sent',
  failed: 'not received yet',
  withdrawn: 'withdrawn',
};

function results(result: ReportResult): string[] {
  switch (result.kind) {
    case 'not-over':
      return ['Your result will come at the end of the attempt.'];
    case 'not-kept':
      return ['This result does not count.'];
    case 'held':
      return ['Someone will look at your attempt first.'];
    case 'too-few':
      return [`You need ${result.needed} tasks that count to get a level.`];
    case 'short':
      return ['This activity is short. It does not give a level.'];
    case 'level':
      return [
        `Your level: ${level(result.overall)}.`,
        ...result.dimensions.map((one) => `${dimensionNames.en[one.dimension]}: ${level(one)}.`),
      ];
  }
}

function level({ level: own, between }: Leveled): string {
  const { levels } = commentWords.en;
  if (between === null) return `“${levels[own]}” (level ${own} of 4)`;
  const [low, high] = own < between ? ([own, between] as const) : ([between, own] as const);
  return `between “${levels[low]}” and “${levels[high]}”`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
