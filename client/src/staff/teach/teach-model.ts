import type {
  ActivityAnswer,
  GradeView,
  PersonView,
  RosterAnswer,
} from '../../../../server/contract/teach.ts';

type Roster = Extract<RosterAnswer, { readonly state: 'available' }>;

export interface Participant extends PersonView {
  readonly name: string | null;
  /** True if no longer in the roster, as far as known. */
  readonly hasLeft: boolean;
}

interface WaitingPerson {
  readonly name: string;
  readonly groupIds: readonly string[];
}

export interface GroupState {
  /** People with a name who have not started; null without a roster. */
  readonly waiting: readonly WaitingPerson[] | null;
  readonly namelessWaiting: number;
  readonly going: readonly Participant[];
  readonly done: readonly Participant[];
  /** Number of attempts by people who are staff in the roster; they played earlier or under another role. */
  readonly hiddenStaff: number;
}

/**
 * @param roster null while unknown
 * @param compare orders names in the present language
 */
export function groupStateOf(
  activity: Pick<ActivityAnswer, 'people'>,
  roster: Roster | null,
  compare: (left: string, right: string) => number,
): GroupState {
  const listed = new Map(
    roster?.people.flatMap((person) => (person.personId === null ? [] : [[person.personId, person]])),
  );
  const isStaff = ({ personId }: PersonView): boolean => listed.get(personId)?.isLearner === false;
  const shown = activity.people
    .filter((person) => !isStaff(person))
    .map((person): Participant => {
      const entry = listed.get(person.personId);
      const hasLeft = roster !== null && roster.isComplete && entry === undefined;
      return { ...person, name: entry?.name ?? null, hasLeft };
    })
    .toSorted((left, right) => orderOf(left, right, compare));
  return {
    ...waitingOf(activity, roster, compare),
    going: shown.filter((person) => !hasFinished(person)),
    done: shown.filter(hasFinished),
    hiddenStaff: activity.people.length - shown.length,
  };
}

export function countBegan({ going, done }: GroupState): number {
  return going.length + done.length;
}

export function countWaiting({ waiting, namelessWaiting }: GroupState): number {
  return (waiting?.length ?? 0) + namelessWaiting;
}

/** The latest attempt or an earlier one: a result is there to talk about. */
function hasFinished({ attempt, finishedBefore }: PersonView): boolean {
  return attempt.status === 'finished' || finishedBefore !== null;
}

function waitingOf(
  { people }: Pick<ActivityAnswer, 'people'>,
  roster: Roster | null,
  compare: (left: string, right: string) => number,
): Pick<GroupState, 'waiting' | 'namelessWaiting'> {
  if (roster === null) return { waiting: null, namelessWaiting: 0 };
  const began = new Set(people.map(({ personId }) => personId));
  const missing = roster.people.filter(
    ({ personId, isLearner }) => isLearner && (personId === null || !began.has(personId)),
  );
  const named = missing.flatMap(({ name, groupIds }) => (name === null ? [] : [{ name, groupIds }]));
  return {
    waiting: named.toSorted((left, right) => compare(left.name, right.name)),
    namelessWaiting: missing.length - named.length,
  };
}

/** By name, then people without one by number. Never by score: nobody is ranked. */
function orderOf(
  left: Participant,
  right: Participant,
  compare: (left: string, right: string) => number,
): number {
  if (left.name !== null && right.name !== null) return compare(left.name, right.name);
  if (left.name === null && right.name === null) return left.number - right.number;
  return left.name === null ? 1 : -1;
}

/** Whether an attempt, also one of before, counts only if staff say so. */
export function awaitsDecision({ held, grade }: PersonView): boolean {
  return held.length > 0 || grade.state === 'held';
}

/** Attempts, and not people: one person may have several. */
export function countHeld(people: readonly PersonView[]): number {
  return people.filter(awaitsDecision).reduce((count, { held }) => count + Math.max(1, held.length), 0);
}

/** Every word, in any order; ignores accents and case. */
export function matches(name: string, wanted: string): boolean {
  const within = plain(name);
  return plain(wanted)
    .split(/[\s-]+/)
    .every((word) => within.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

export function failedGrades(people: readonly PersonView[]): string[] {
  return people
    .flatMap(({ grade, dimensionGrades }) => [grade, ...dimensionGrades])
    .flatMap(({ state, gradeId }) => (state === 'failed' && gradeId !== null ? [gradeId] : []));
}

/** True if somebody must act; other grades only wait for a retry. */
export function waitsForSomebody(reason: NonNullable<GradeView['reason']>): boolean {
  return !['grade.conflict', 'grade.unreachable', 'grade.busy', 'grade.unexpected'].includes(reason);
}

export function nameOf(
  { name, number }: Pick<Participant, 'name' | 'number'>,
  numbered: (number: number) => string,
): string {
  return name ?? numbered(number);
}
