/** Pages of staff that show what people did: each opening is in the audit log before it is answered (ADR 54). */
import type { AttemptServices } from '../../attempts/services.ts';
import type { AttemptReview } from '../../contract/review.ts';
import type { PersonActionsAnswer, PersonNameAnswer } from '../../contract/staff-actions.ts';
import { type OpeningDeps, recordOpening } from '../../records/readings.ts';
import type { CourseListDeps } from '../../reporting/course-list.ts';
import type { StaffReach } from '../../reporting/reach.ts';
import { getReviewedAttempt, type ReviewScope } from '../../reporting/review-access.ts';
import { readPersonActions, type Staff } from '../../reporting/staff/person-actions.ts';
import { readPersonName } from '../../reporting/staff/person-name.ts';
import { checkStaffPerson } from '../../reporting/staff/staff-scope.ts';

/** Staff read to accompany; they have no export for research (ADR 48). */
const purpose = 'operational';

/** Nothing is written when people read their own work. @throws AppError audit.unwritten */
export async function noteSheet(
  deps: OpeningDeps,
  { organisationId, resourceLinkId, readerId }: ReviewScope,
  review: AttemptReview | null,
): Promise<void> {
  if (review?.view !== 'staff') return;
  await recordOpening(deps, {
    organisationId,
    actor: `person:${readerId}`,
    action: 'sheet.opened',
    subject: `person:${review.personId}`,
    details: { purpose, attempt: review.attempt.id, activity: resourceLinkId },
  });
}

/** @throws AppError audit.unwritten; as getReviewedAttempt */
export async function noteTimeline(
  deps: OpeningDeps & Pick<AttemptServices, 'storage'>,
  scope: ReviewScope,
  attemptId: string,
): Promise<void> {
  if (scope.view !== 'staff') return;
  const { attempt } = await getReviewedAttempt(deps.storage.attempts, scope, attemptId);
  await recordOpening(deps, {
    organisationId: scope.organisationId,
    actor: `person:${scope.readerId}`,
    action: 'timeline.opened',
    subject: `person:${attempt.personId}`,
    details: { purpose, attempt: attemptId, activity: scope.resourceLinkId },
  });
}

/** @throws AppError audit.unwritten; as readPersonActions */
export async function openPersonActions(
  deps: AttemptServices & OpeningDeps,
  staff: Staff,
  personId: string,
): Promise<PersonActionsAnswer> {
  const answer = await readPersonActions(deps, staff, personId);
  await notePerson(deps, staff, personId);
  return answer;
}

/** The page that names a person shows their actions too: both are one reading. @throws as openPersonActions */
export async function openPersonName(
  deps: CourseListDeps & OpeningDeps & Pick<AttemptServices, 'storage'>,
  staff: Staff,
  personId: string,
): Promise<PersonNameAnswer> {
  await checkStaffPerson(deps.storage, staff.scope, personId);
  await notePerson(deps, staff, personId);
  return readPersonName(deps, staff, personId);
}

async function notePerson(
  deps: OpeningDeps,
  { scope: { organisationId, resourceLinkId, actor } }: Staff,
  personId: string,
): Promise<void> {
  await recordOpening(deps, {
    organisationId,
    actor,
    action: 'actions.opened',
    subject: `person:${personId}`,
    details: { purpose, activity: resourceLinkId },
  });
}

/** @throws AppError audit.unwritten */
export async function noteGroup(
  deps: OpeningDeps,
  { organisationId, resourceLinkId, personId }: StaffReach,
): Promise<void> {
  await recordOpening(deps, {
    organisationId,
    actor: `person:${personId}`,
    action: 'group.opened',
    subject: `activity:${resourceLinkId}`,
    details: { purpose },
  });
}
