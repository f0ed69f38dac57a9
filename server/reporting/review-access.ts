/**
 * Whose work a session may look at: staff from the gradebook one person's, a learner their own, staff of an activity
 * everyone's in it. Practice is nobody's to review, and what lies outside answers as if it were not there.
 */
import { AppError } from '../base/errors.ts';
import { pageOf } from '../launches/page-url.ts';
import type { AttemptsPort, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Launch } from '../storage/ports/launches.ts';

export interface ReviewScope {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  readonly view: 'staff' | 'own';
  /** Only this person's work; undefined: everyone's in the activity; null: of somebody who never came. */
  readonly personId: string | null | undefined;
}

/** What this launch may see. @throws AppError session.forbidden */
export function getReviewScope(launch: Launch): ReviewScope {
  const { organisationId, resourceLinkId, role } = launch;
  const page = pageOf(launch);
  if (resourceLinkId === null) throw new AppError('session.forbidden');
  const place = { organisationId, resourceLinkId };
  if (page === 'teach' && role === 'staff') return { ...place, view: 'staff', personId: undefined };
  if (page !== 'review') throw new AppError('session.forbidden');
  if (role === 'staff') return { ...place, view: 'staff', personId: launch.reviewedPersonId };
  // Whatever the message named: a learner's session reaches the learner alone.
  return { ...place, view: 'own', personId: launch.personId };
}

/** The attempt, where it lies within the scope. @throws AppError attempt.unknown */
export async function getReviewedAttempt(
  attempts: Pick<AttemptsPort, 'find'>,
  scope: ReviewScope,
  attemptId: string,
): Promise<AttemptWithProgress> {
  const found = await attempts.find(scope.organisationId, attemptId);
  const within =
    found?.attempt.resourceLinkId === scope.resourceLinkId &&
    !found.attempt.practice &&
    (scope.personId === undefined || found.attempt.personId === scope.personId);
  if (found === undefined || !within) throw new AppError('attempt.unknown');
  return found;
}
