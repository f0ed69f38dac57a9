/**
 * Never ordered by level or score, so that no list is a ranking; filtering by level groups people who work on
 * the same things.
 */
import { matches, type Participant } from './teach-model.ts';

export interface PeopleChoice {
  readonly order: 'name' | 'last';
  readonly level: 'any' | 'none' | '1' | '2' | '3' | '4';
  readonly show: 'all' | 'review' | 'held' | 'grades' | 'adapted';
  readonly wanted: string;
}

export const everyone: PeopleChoice = { order: 'name', level: 'any', show: 'all', wanted: '' };

/** @param shownName the name, or what replaces it */
export function choosePeople(
  people: readonly Participant[],
  choice: PeopleChoice,
  shownName: (person: Participant) => string,
): Participant[] {
  const chosen = people.filter(
    (person) =>
      matches(shownName(person), choice.wanted) && hasLevel(person, choice) && isShown(person, choice),
  );
  if (choice.order === 'name') return chosen;
  // ISO times of one zone sort as strings.
  return chosen.toSorted((left, right) => right.attempt.lastAt.localeCompare(left.attempt.lastAt));
}

/** People who have not started have no level, grade or request. */
export function mayHoldWaiting({ level, show }: PeopleChoice): boolean {
  return show === 'all' && (level === 'any' || level === 'none');
}

function hasLevel({ result }: Participant, { level }: PeopleChoice): boolean {
  if (level === 'any') return true;
  const own = result?.levels.overall.level;
  return level === 'none' ? own === undefined : String(own) === level;
}

function isShown(
  { asksReview, attempt, grade, dimensionGrades, support }: Participant,
  { show }: PeopleChoice,
): boolean {
  if (show === 'review') return asksReview;
  if (show === 'held') return attempt.heldFor.length > 0;
  if (show === 'grades') return [grade, ...dimensionGrades].some(({ state }) => state === 'failed');
  return show === 'all' || support.adaptations.length > 0;
}
