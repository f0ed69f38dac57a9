/** What staff read of a person's grades. */
import { type GradeReason, gradeReasons } from '../contract/grade-reasons.ts';
import type { GradeView, PersonView } from '../contract/teach.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { GradeRow } from '../storage/ports/grades.ts';

export interface PersonGrades {
  readonly grades: readonly GradeRow[];
  /** Of attempts that do not count; the gradebook keeps them. */
  readonly left: readonly GradeRow[];
  /** Attempts that wait for a decision. */
  readonly heldIds: ReadonlySet<string>;
}

export function viewMainGrade(
  { grades, left, heldIds }: PersonGrades,
  latest: AttemptWithProgress,
  isScored: boolean,
): GradeView {
  // A column that was recreated has several grades; the newest counts.
  const row = grades.filter(({ dimension }) => dimension === null).at(-1);
  const nothing = { gradeId: null, sentAt: null, reason: null, changed: null };
  if (row !== undefined && !isHeldRow(row, heldIds)) {
    const isLeft = left.includes(row) && !heldIds.has(row.attemptId);
    return isLeft ? { ...nothing, state: 'left' } : viewRow(row);
  }
  const { status } = latest.progress;
  const unsent = isScored ? 'no-column' : status === 'finished' ? 'not-graded' : 'none';
  const state = row !== undefined || heldIds.has(latest.attempt.id) ? 'held' : unsent;
  return { ...nothing, state };
}

/** Of dimensions whose grade was not sent, or changed in the gradebook. */
export function viewDimensionGrades({ grades, left, heldIds }: PersonGrades): PersonView['dimensionGrades'] {
  return grades.flatMap((row) =>
    row.dimension !== null && isWorthShowing(row) && !left.includes(row) && !isHeldRow(row, heldIds)
      ? [{ ...viewRow(row), dimension: row.dimension }]
      : [],
  );
}

/** A dimension's grade that arrived unchanged says nothing new. */
function isWorthShowing({ state, shownScore }: GradeRow): boolean {
  return state !== 'sent' || shownScore !== null;
}

/** The row waits for staff, whatever the worker did with it. */
function isHeldRow({ attemptId, state }: GradeRow, heldIds: ReadonlySet<string>): boolean {
  return heldIds.has(attemptId) && state !== 'sent';
}

function viewRow({ id, state, score, sentAt, lastError, shownScore }: GradeRow): GradeView {
  const isColumnMissing = lastError === ('grade.no-column' satisfies GradeReason);
  return {
    state: isColumnMissing ? 'no-column' : state,
    gradeId: id,
    sentAt: sentAt === null ? null : new Date(sentAt).toISOString(),
    reason: lastError === '' ? null : toReason(lastError),
    changed: state === 'sent' && shownScore !== null ? { sent: score, shown: shownScore } : null,
  };
}

function toReason(lastError: string): GradeReason {
  return gradeReasons.find((reason) => reason === lastError) ?? 'grade.unexpected';
}
