/** Persons of their activity, or the one under review. Never practice; other attempts count as unknown. */
import { AppError } from '../../base/errors.ts';
import { getReviewedAttempt, getReviewScope, type ReviewScope } from '../review-access.ts';
import type { Reach } from '../reach.ts';
import type { AttemptWithProgress } from '../../storage/ports/attempts.ts';
import type { Launch } from '../../storage/ports/launches.ts';
import type { Storage } from '../../storage/ports/storage.ts';

export interface StaffScope extends ReviewScope {
  readonly actor: `person:${string}`;
}

/** @throws AppError session.forbidden for learners, practice and selections */
export function getStaffScope(launch: Launch, reach: Reach): StaffScope {
  const scope = getReviewScope(launch, reach);
  if (scope.view !== 'staff' || launch.practice || launch.personId === null) {
    throw new AppError('session.forbidden');
  }
  return { ...scope, actor: `person:${launch.personId}` };
}

/** @throws AppError attempt.unknown */
export function findStaffAttempt(
  { attempts }: Pick<Storage, 'attempts'>,
  scope: StaffScope,
  attemptId: string,
): Promise<AttemptWithProgress> {
  return getReviewedAttempt(attempts, scope, attemptId);
}

/**
 * The person must have started an attempt or opened the activity as a learner.
 * @throws AppError person.unknown
 */
export async function checkStaffPerson(
  { attempts, launches }: Pick<Storage, 'attempts' | 'launches'>,
  { organisationId, resourceLinkId, personId: only, reach }: StaffScope,
  personId: string,
): Promise<void> {
  const isWithin = (only === undefined || only === personId) && reach.sees(personId);
  const [latest, hasLaunch] = await Promise.all([
    attempts.findLatest(organisationId, personId, resourceLinkId, false),
    launches.hasLearner(organisationId, resourceLinkId, personId),
  ]);
  if (!isWithin || (latest === undefined && !hasLaunch)) throw new AppError('person.unknown');
}
