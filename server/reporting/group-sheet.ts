/** Table of a group for a spreadsheet, ordered by name, never by result. */
import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { Cell } from '../base/csv.ts';
import type { LevelsView, LevelView } from '../contract/levels.ts';
import type { ActivityAnswer, PersonView, RosterAnswer } from '../contract/teach.ts';
import { dimensionNames } from '../content/dimension-names.ts';
import { type GroupSheetWords, groupSheetWords } from './group-sheet-words.ts';

interface Group {
  readonly activity: Pick<ActivityAnswer, 'people' | 'timeZone'>;
  readonly roster: RosterAnswer;
}

/** Heading first; null is an empty cell. */
export function makeGroupSheet(language: Language, { activity, roster }: Group): Cell[][] {
  const words = groupSheetWords[language];
  const members = roster.state === 'available' ? roster.people : [];
  const listed = new Map(
    members.flatMap((member) => (member.personId === null ? [] : [[member.personId, member]])),
  );
  const began = new Set(activity.people.map(({ personId }) => personId));
  const collator = new Intl.Collator(language === 'fr' ? 'fr-CA' : 'en-CA', { numeric: true });
  const people = activity.people
    .filter(({ personId }) => listed.get(personId)?.isLearner !== false)
    .map((person) => ({ person, name: listed.get(person.personId)?.name ?? null }))
    .toSorted((left, right) => collator.compare(left.name ?? '\uFFFF', right.name ?? '\uFFFF'));
  const waiting = members
    .filter(({ personId, isLearner }) => isLearner && (personId === null || !began.has(personId)))
    .map(({ name }) => name ?? '')
    .toSorted((left, right) => collator.compare(left, right));
  const toLocal = localTime(activity.timeZone);
  return [
    heading(language, words),
    ...people.map(({ person, name }) => personLine(words, person, { name, toLocal })),
    ...waiting.map((name) => waitingLine(words, name)),
  ];
}

function heading(language: Language, { columns }: GroupSheetWords): string[] {
  const { adaptations, skipped, left, aside, review, grade, note, ...first } = columns;
  const names = dimensions.map((dimension) => dimensionNames[language][dimension]);
  return [...Object.values(first), ...names, adaptations, skipped, left, aside, review, grade, note];
}

interface Line {
  readonly name: string | null;
  readonly toLocal: (iso: string) => string;
}

function personLine(words: GroupSheetWords, person: PersonView, { name, toLocal }: Line): Cell[] {
  const { attempt, counting, result, support, number } = person;
  const levels = result?.levels ?? null;
  return [
    name,
    number,
    attempt.number,
    words.status[attempt.status],
    counting?.number ?? null,
    result?.attemptNumber ?? null,
    toLocal(attempt.startedAt),
    toLocal(attempt.lastAt),
    attempt.scenesDone,
    attempt.scenesAll,
    levels?.overall.level ?? null,
    levels === null ? null : nameLevel(words, levels.overall),
    result?.score ?? null,
    levels?.scoreBand[0] ?? null,
    levels?.scoreBand[1] ?? null,
    ...dimensions.map((dimension) => levelOf(words, levels, dimension)),
    support.adaptations.map((adaptation) => words.adaptations[adaptation]).join(', '),
    support.scenesSkipped,
    support.scenesLeft,
    nameSetAside(words, attempt, toLocal),
    person.asksReview ? words.yes : null,
    words.grades[person.grade.state],
    levels === null ? words.use : `${levels.isPilot ? `${words.pilot} ` : ''}${words.use}`,
  ];
}

/** When and why the latest attempt was set aside; the result in the row is then an earlier one. */
function nameSetAside(
  words: GroupSheetWords,
  { setAside }: PersonView['attempt'],
  toLocal: Line['toLocal'],
): Cell {
  return setAside === null ? null : `${toLocal(setAside.at)} (${words.reasons[setAside.reason]})`;
}

function waitingLine(words: GroupSheetWords, name: string): Cell[] {
  const before: Cell[] = [name === '' ? null : name, null, null, words.status.waiting];
  const width = Object.keys(words.columns).length + dimensions.length;
  return [...before, ...Array.from({ length: width - before.length }, () => null)];
}

function levelOf(words: GroupSheetWords, levels: LevelsView | null, dimension: Dimension): Cell {
  const view = levels?.dimensions.find((one) => one.dimension === dimension);
  return view === undefined ? null : nameLevel(words, view);
}

function nameLevel({ levels }: GroupSheetWords, { level, between }: LevelView): string {
  if (between === null) return levels[level];
  const [low, high] = level < between ? [level, between] : [between, level];
  return `${levels[low]} – ${levels[high]}`;
}

/** `2026-11-25 18:04`: every spreadsheet reads it as a date. */
function localTime(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return (iso) => format.format(new Date(iso));
}
