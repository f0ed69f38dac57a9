import { findReopenObstacle } from '../../attempts/reopen.ts';
import type { AttemptServices } from '../../attempts/services.ts';
import { AppError } from '../../base/errors.ts';
import type { AttemptActions, PersonActionsAnswer, ReviewRequestView } from '../../contract/staff-actions.ts';
import { pageOf } from '../../launches/page-url.ts';
import type { AuditDeps } from '../../records/audit.ts';
import type { AttemptWithProgress } from '../../storage/ports/attempts.ts';
import type { Launch } from '../../storage/ports/launches.ts';
import { viewRequest } from '../review-requests.ts';
import { readNote } from './notes.ts';
import { readSettings } from './person-settings.ts';
import { checkStaffPerson, type StaffScope } from './staff-scope.ts';

type Deps = AttemptServices & AuditDeps;

export interface Staff {
  readonly launch: Launch;
  readonly scope: StaffScope;
}

const listedAttempts = 20;
const listedRequests = 20;

/** @throws AppError person.unknown */
export async function readPersonActions(
  deps: Deps,
  { launch, scope }: Staff,
  personId: string,
): Promise<PersonActionsAnswer> {
  await checkStaffPerson(deps.storage, scope, personId);
  const { organisationId, resourceLinkId } = scope;
  const [organisation, found, settings] = await Promise.all([
    deps.storage.organisations.find(organisationId),
    deps.storage.attempts.listByPerson(organisationId, personId, resourceLinkId, { limit: listedAttempts }),
    readSettings(deps.storage, scope, personId),
  ]);
  if (organisation === undefined) throw new AppError('request.not-found');
  const latestNumber = found[0]?.attempt.number ?? 0;
  const { withHelper, accessNeeds, form, revision } = settings;
  return {
    timeZone: organisation.timeZone,
    settings: { withHelper, accessNeeds, form, revision },
    forms: deps.content.forms.map(({ id, title }) => ({ id, title })),
    attempts: {
      limit: await findLimit(deps, launch, scope, personId, found[0]),
      next: latestNumber + 1,
      list: await Promise.all(found.map((one) => viewAttempt(deps, one, latestNumber))),
    },
    reviewRequests: await listRequests(deps, scope, personId, found),
  };
}

/**
 * Maximum number of attempts; null: any. A review launch has no activity settings, so those of the person's
 * own launch apply.
 */
async function findLimit(
  deps: Deps,
  launch: Launch,
  scope: StaffScope,
  personId: string,
  latest: AttemptWithProgress | undefined,
): Promise<number | null> {
  const limit = await findActivityLimit(deps, launch, latest);
  if (limit === null) return null;
  return Math.max(limit, (await readSettings(deps.storage, scope, personId)).attemptsUpTo);
}

export async function findActivityLimit(
  { storage }: Pick<Deps, 'storage'>,
  launch: Launch,
  latest: AttemptWithProgress | undefined,
): Promise<number | null> {
  const isReview = pageOf(launch) === 'review' && latest !== undefined;
  const playerLaunch = isReview
    ? await storage.launches.find(launch.organisationId, latest.progress.launchId)
    : undefined;
  return (playerLaunch ?? launch).settings.attempts;
}

async function viewAttempt(
  deps: Deps,
  stored: AttemptWithProgress,
  latestNumber: number,
): Promise<AttemptActions> {
  const { attempt, progress } = stored;
  const { validity, heldFor, isReopened, status } = progress;
  const grade = await deps.storage.grades.findByAttempt(attempt.organisationId, attempt.id);
  return {
    id: attempt.id,
    number: attempt.number,
    status,
    reopenObstacle: findReopenObstacle(stored, latestNumber),
    isReopened,
    invalid:
      validity.state === 'valid'
        ? null
        : {
            reason: validity.reason,
            at: validity.at,
            note: (await readNote(deps, attempt, 'validity')).text,
          },
    heldFor,
    isInGradebook: grade?.takenAttemptId === attempt.id,
    note: await readNote(deps, attempt, 'level'),
  };
}

async function listRequests(
  deps: Deps,
  { organisationId }: StaffScope,
  personId: string,
  found: readonly AttemptWithProgress[],
): Promise<ReviewRequestView[]> {
  const { reviewRequests } = deps.storage;
  const all = await Promise.all(
    found.map(async ({ attempt: { id, number } }) =>
      (await reviewRequests.listByAttempt(organisationId, id, { limit: listedRequests })).map((request) => ({
        number,
        request,
      })),
    ),
  );
  if (all.flat().length === 0) return [];
  const person = await deps.storage.persons.find(organisationId, personId);
  return all.flat().map(({ number, request }) => {
    const { askedAt, text, answeredAt, answer } = viewRequest(deps, request, person);
    const words = { question: text ?? '', answer: answer ?? '' };
    return { id: request.id, attemptNumber: number, askedAt, answeredAt, ...words };
  });
}
