import { isCounting } from '../storage/is-counting.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { GradeRow } from '../storage/ports/grades.ts';

/** Of attempts that do not count, and replaced by no other: they stay in the gradebook. */
export function listLeftGrades(
  grades: readonly GradeRow[],
  attempts: readonly AttemptWithProgress[],
): readonly GradeRow[] {
  const uncounted = new Set(
    attempts.filter(({ progress }) => !isCounting(progress)).map(({ attempt }) => attempt.id),
  );
  return grades.filter(
    ({ attemptId, takenAttemptId }) =>
      takenAttemptId !== null && uncounted.has(takenAttemptId) && uncounted.has(attemptId),
  );
}
