/**
 * Staff: one person from the gradebook, or everybody in the activity whom groups allow; learners: their own. Never
 * practice; other attempts count as unknown.
 */
import { AppError } from '../base/errors.ts';
import { pageOf } from '../launches/page-url.ts';
import type { AttemptsPort, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { Reach } from './reach.ts';

export interface ReviewScope {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  /** Who reads. */
  readonly readerId: string;
  readonly view: 'staff' | 'own';
  /** Null: the person never came. Undefined: everybody. */
  readonly personId: string | null | undefined;
  readonly reach: Reach;
  /** Groups keep the person from these staff: `personId` is null. */
  readonly isOtherGroup: boolean;
}

/** @throws AppError session.forbidden */
export function getReviewScope(launch: Launch, reach: Reach): ReviewScope {
  const { organisationId, resourceLinkId, role, personId: readerId } = launch;
  const page = pageOf(launch);
  if (resourceLinkId === null || readerId === null) throw new AppError('session.forbidden');
  const activity = { organisationId, resourceLinkId, readerId, reach, isOtherGroup: false };
  if (page === 'teach' && role === 'staff') return { ...activity, view: 'staff', personId: undefined };
  if (page !== 'review') throw new AppError('session.forbidden');
  if (role === 'staff') {
    const { reviewedPersonId: reviewed } = launch;
    // Anybody can change the gradebook's address by hand.
    const isOtherGroup = reviewed !== null && !reach.sees(reviewed);
    return { ...activity, view: 'staff', personId: isOtherGroup ? null : reviewed, isOtherGroup };
  }
  // A learner sees their own attempts, whatever the launch message named.
  return { ...activity, view: 'own', personId: readerId };
}

/** @throws AppError attempt.unknown if out of scope; person.other-group if only groups keep it from these staff */
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
  if (!scope.reach.sees(found.attempt.personId)) throw new AppError('person.other-group');
  return found;
}
