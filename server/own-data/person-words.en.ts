/** “My data”. Sentences of 12 words at most. */
import { asSentence } from '../base/as-sentence.ts';
import { counted } from '../base/plural.ts';
import type { NoticeSection } from '../contract/notice.ts';
import type { Words } from '../contract/words.ts';
import { keptEn, periodEn } from '../studies/notice.en.ts';
import type {
  Description,
  Kept,
  KeptKind,
  OpenedBy,
  PlayedAttempt,
  PlayedScene,
  SentCopy,
} from './description.ts';
import { dayOf, momentOf } from './moments.ts';
import { listPeriods, type Period } from './periods.ts';

export function personEn(about: Description, { withScenes = true } = {}): NoticeSection[] {
  const hasPlayed = about.activities.length > 0;
  const wasTold = about.activities.some((activity) => activity.notices.length > 0);
  return [
    { title: 'What is kept', sentences: kept(about) },
    ...(hasPlayed && withScenes ? [{ title: 'Task by task', sentences: scenes(about) }] : []),
    {
      title: 'Your name',
      sentences: [
        'The game keeps a number, not your name.',
        'Your name comes from the course and is not kept.',
        'To correct it, change it in your course.',
      ],
    },
    {
      title: 'Who can see your data',
      sentences: [
        'The staff of your course see what you did and your results.',
        'They also see their notes and your requests.',
        'They do not read your texts, except ready-made phrases.',
        'They do not see your answers for research.',
        'The people who run the server have access too.',
      ],
    },
    { title: 'Who opened your work', sentences: opened(about) },
    { title: 'Where your data went', sentences: sent(about) },
    {
      title: 'For how long',
      sentences: howLong(about),
    },
    ...(wasTold ? [{ title: 'When you saw the notice', sentences: notices(about) }] : []),
  ];
}

function notices({ activities, timeZone }: Description): string[] {
  return [
    ...activities.flatMap(({ name, notices: all }) =>
      all.map(({ version, at }) => `${named(name)}: edition ${version}, on ${dayOf('en', timeZone, at)}.`),
    ),
    'You then chose “I understand”.',
  ];
}

export const unnamed = 'An activity without a name';

function named({ en }: Words): string {
  return en === '' ? unnamed : en;
}

function howLong({ keptMonths, activities, timeZone }: Description): string[] {
  if (keptMonths === 'by-activity') {
    const all = listPeriods(activities);
    return [
      'The period is not the same everywhere.',
      'It begins after the last action.',
      ...all.map((one) => `${labelOf(one, timeZone)}: ${durationOf(one)}.`),
      ...(all.some((one) => one.keptMonths === null) ? ['You can ask it how long.'] : []),
      ...periodEn,
    ];
  }
  if (keptMonths === null)
    return ['Your organization decides how long to keep them.', 'You can ask how long.'];
  return keptEn(keptMonths);
}

function labelOf({ activity, attempt, since }: Period, timeZone: string): string {
  const whole = attempt === null ? named(activity) : `${named(activity)}, ${attemptName(attempt)}`;
  return since === null ? whole : `${whole} (since ${dayOf('en', timeZone, since)})`;
}

function durationOf({ keptMonths }: Period): string {
  if (keptMonths === null) return 'your organization decides';
  return counted('en', keptMonths, { one: 'month', other: 'months' });
}

const forms: Readonly<Record<KeptKind, { readonly one: string; readonly other: string }>> = {
  visits: { one: 'recent visit', other: 'recent visits' },
  actions: { one: 'action in the game', other: 'actions in the game' },
  typed: { one: 'text that you wrote, encrypted', other: 'texts that you wrote, encrypted' },
  results: { one: 'result of a task', other: 'results of tasks' },
  grades: { one: 'grade for your course', other: 'grades for your course' },
  comfort: { one: 'set of comfort settings', other: 'sets of comfort settings' },
  settings: { one: 'setting that staff made for you', other: 'settings that staff made for you' },
  groups: { one: 'activity where your group is known', other: 'activities where your group is known' },
  notes: { one: 'staff note about you', other: 'staff notes about you' },
  requests: { one: 'request for a review', other: 'requests for a review' },
  research: { one: 'choice about research', other: 'choices about research' },
  background: { one: 'answer about yourself, encrypted', other: 'answers about yourself, encrypted' },
};

function kept({ kept: all, timeZone }: Description): string[] {
  if (all.length === 0) return ['Nothing is kept about you yet.'];
  const notes = all.some(({ kind }) => kind === 'notes');
  return [
    ...all.map((one) => `${counted('en', one.count, forms[one.kind])}${period(one, timeZone)}.`),
    ...(notes ? ['To read a note, ask your organization for it.'] : []),
  ];
}

function period({ first, last }: Kept, timeZone: string): string {
  if (first === null || last === null) return '';
  const [from, to] = [dayOf('en', timeZone, first), dayOf('en', timeZone, last)];
  return from === to ? `, on ${from}` : `, from ${from} to ${to}`;
}

function scenes({ activities, timeZone }: Description): string[] {
  return activities.flatMap(({ name, attempts }) =>
    attempts.flatMap((one) => [
      asSentence([name.en, attemptName(one)].filter((part) => part !== '').join(', ')),
      ...one.scenes.map(
        (scene) => `${nameOf(scene)}: ${done(scene)}, on ${dayOf('en', timeZone, scene.at)}.`,
      ),
    ]),
  );
}

export function attemptName({ number, practice }: PlayedAttempt): string {
  return practice ? `preview ${number}` : `attempt ${number}`;
}

export function nameOf({ title }: PlayedScene): string {
  return title?.en ?? 'A task that was removed';
}

function done({ actions, typed }: PlayedScene): string {
  const acted = counted('en', actions, { one: 'action', other: 'actions' });
  if (typed.length === 0) return acted;
  return `${acted}, ${counted('en', typed.length, { one: 'text', other: 'texts' })}`;
}

const who: Readonly<Record<OpenedBy['by'], string>> = {
  staff: 'the staff of your course',
  operator: 'somebody who runs the server',
};
const did: Readonly<Record<OpenedBy['how'], string>> = {
  sheet: 'opened your sheet',
  actions: 'opened the settings made for you',
  timeline: 'read the list of what you did',
  opened: 'looked at it',
  exported: 'took a copy',
  list: 'took a copy of a list of the activity. You may be in it',
  changed: 'made a change',
};

function opened({ opened: all, openedCount, timeZone }: Description): string[] {
  if (all.length === 0) return ['There is no record of anyone opening a page about you alone.'];
  return [
    ...all.map(({ at, by, how }) => `${momentOf('en', timeZone, at)}: ${who[by]} ${did[how]}.`),
    'A page that was opened again within ten minutes counts once.',
    ...(openedCount === all.length
      ? []
      : [`These are the last ${all.length} of ${openedCount} times.`, 'The data file has the whole list.']),
  ];
}

function sent({ sent: all }: Description): string[] {
  if (all.length === 0) return ['Nothing was sent elsewhere.'];
  return all.flatMap((one) => [
    `${place(one)}: ${counted('en', one.sent, { one: 'delivery', other: 'deliveries' })}.`,
    ...(one.waiting === 0
      ? []
      : [`Still waiting: ${counted('en', one.waiting, { one: 'delivery', other: 'deliveries' })}.`]),
  ]);
}

function place({ purpose, host }: SentCopy): string {
  if (purpose === 'grades') return `Grades of your course (${host})`;
  return purpose === 'research'
    ? `Server of the research (${host})`
    : `Other server of your organization (${host})`;
}
