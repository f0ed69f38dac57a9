/**
 * Never ordered by level or score, so that no list is a ranking; filtering by level groups people who work on
 * the same things.
 */
import { awaitsDecision, type GroupState, matches, type Participant } from './teach-model.ts';

export interface PeopleChoice {
  readonly order: 'name' | 'last';
  readonly level: 'any' | 'none' | '1' | '2' | '3' | '4';
  readonly show: 'all' | 'waiting' | 'review' | 'held' | 'grades' | 'adapted';
  /** The LMS's id; null: all groups. */
  readonly group: string | null;
  readonly wanted: string;
}

export const everyone: PeopleChoice = { order: 'name', level: 'any', show: 'all', group: null, wanted: '' };

export interface GroupOption {
  readonly id: string;
  /** Null if the LMS tells only its id. */
  readonly name: string | null;
}

/** Groups of the people listed, named ones first. */
export function listGroups(
  people: readonly { readonly groupIds: readonly string[] }[],
  names: readonly { readonly id: string; readonly name: string }[],
  compare: (left: string, right: string) => number,
): GroupOption[] {
  const nameOfId = new Map(names.map(({ id, name }) => [id, name]));
  const ids = new Set(people.flatMap(({ groupIds }) => groupIds));
  const options = [...ids].map((id) => ({ id, name: nameOfId.get(id) ?? null }));
  const order = ({ id, name }: GroupOption): string => name ?? id;
  return options.toSorted(
    (left, right) =>
      Number(left.name === null) - Number(right.name === null) || compare(order(left), order(right)),
  );
}

function isInGroup({ groupIds }: { readonly groupIds: readonly string[] }, { group }: PeopleChoice): boolean {
  return group === null || groupIds.includes(group);
}

export function choosePeople(
  people: readonly Participant[],
  choice: PeopleChoice,
  shownName: (person: Participant) => string,
): Participant[] {
  const chosen = people.filter(
    (person) =>
      matches(shownName(person), choice.wanted) &&
      isInGroup(person, choice) &&
      hasLevel(person, choice) &&
      isShown(person, choice),
  );
  if (choice.order === 'name') return chosen;
  // ISO times of one zone sort as strings.
  return chosen.toSorted((left, right) => right.attempt.lastAt.localeCompare(left.attempt.lastAt));
}

export interface PeopleListed {
  readonly going: readonly Participant[];
  readonly done: readonly Participant[];
  /** Names; null without a roster. */
  readonly waiting: readonly string[] | null;
  readonly namelessWaiting: number;
}

export function listPeople(
  { going, done, waiting, namelessWaiting }: GroupState,
  choice: PeopleChoice,
  shownName: (person: Participant) => string,
): PeopleListed {
  const isNameless = choice.group === null && choice.wanted.trim() === '';
  const isWanted = (person: { readonly name: string; readonly groupIds: readonly string[] }): boolean =>
    mayHoldWaiting(choice) && isInGroup(person, choice) && matches(person.name, choice.wanted);
  return {
    going: choosePeople(going, choice, shownName),
    done: choosePeople(done, choice, shownName),
    waiting: waiting?.filter(isWanted).map(({ name }) => name) ?? null,
    namelessWaiting: mayHoldWaiting(choice) && isNameless ? namelessWaiting : 0,
  };
}

export function countListed({ going, done, waiting, namelessWaiting }: PeopleListed): number {
  return going.length + done.length + (waiting?.length ?? 0) + namelessWaiting;
}

export function leavesOut({ show, level, group, wanted }: PeopleChoice): boolean {
  return show !== 'all' || level !== 'any' || group !== null || wanted.trim() !== '';
}

/** People who have not started have no level, grade or request. */
export function mayHoldWaiting({ level, show }: PeopleChoice): boolean {
  return (show === 'all' || show === 'waiting') && (level === 'any' || level === 'none');
}

function hasLevel({ result }: Participant, { level }: PeopleChoice): boolean {
  if (level === 'any') return true;
  const own = result?.levels.overall.level;
  return level === 'none' ? own === undefined : String(own) === level;
}

function isShown(person: Participant, { show }: PeopleChoice): boolean {
  const { asksReview, grade, dimensionGrades, support } = person;
  if (show === 'review') return asksReview;
  if (show === 'held') return awaitsDecision(person);
  if (show === 'grades') return [grade, ...dimensionGrades].some(({ state }) => state === 'failed');
  if (show === 'adapted') return support.adaptations.length > 0;
  return show === 'all';
}
