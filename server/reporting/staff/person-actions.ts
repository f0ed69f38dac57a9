import { combine, findGivenByGroups, isBlank, listGivenByGroups } from '../../attempts/group-exceptions.ts';
import { findReopenObstacle } from '../../attempts/reopen.ts';
import type { AttemptServices } from '../../attempts/services.ts';
import { AppError } from '../../base/errors.ts';
import { sizeForm } from '../../content/form-size.ts';
import type { AttemptActions, PersonActionsAnswer } from '../../contract/staff-actions.ts';
import { pageOf } from '../../launches/page-url.ts';
import type { AuditDeps } from '../../records/audit.ts';
import type { AttemptWithProgress } from '../../storage/ports/attempts.ts';
import type { Launch } from '../../storage/ports/launches.ts';
import { listRequests } from './list-requests.ts';
import { readNote } from './notes.ts';
import { readSettings } from './person-settings.ts';
import { checkStaffPerson, type StaffScope } from './staff-scope.ts';

type Deps = AttemptServices & AuditDeps;

export interface Staff {
  readonly launch: Launch;
  readonly scope: StaffScope;
}

const listedAttempts = 20;

/** @throws AppError person.unknown */
export async function readPersonActions(
  deps: Deps,
  { launch, scope }: Staff,
  personId: string,
): Promise<PersonActionsAnswer> {
  await checkStaffPerson(deps.storage, scope, personId);
  const { organisationId, resourceLinkId } = scope;
  const [organisation, found, settings, fromGroups] = await Promise.all([
    deps.storage.organisations.find(organisationId),
    deps.storage.attempts.listByPerson(organisationId, personId, resourceLinkId, { limit: listedAttempts }),
    readSettings(deps.storage, scope, personId),
    viewFromGroups(deps, scope, personId),
  ]);
  if (organisation === undefined) throw new AppError('request.not-found');
  const latestNumber = found[0]?.attempt.number ?? 0;
  const shared = await findSharedLimit(deps, launch, { scope, personId }, found[0]);
  const { withHelper, accessNeeds, form, revision } = settings;
  return {
    timeZone: organisation.timeZone,
    settings: { withHelper, accessNeeds, form, revision },
    fromGroups,
    forms: deps.content.forms.map((form) => ({
      id: form.id,
      title: form.title,
      size: sizeForm(deps.content, form),
    })),
    attempts: {
      limit: shared === null ? null : Math.max(shared, settings.attemptsUpTo),
      next: latestNumber + 1,
      list: await Promise.all(found.map((one) => viewAttempt(deps, one, latestNumber))),
    },
    reviewRequests: await listRequests(deps, { organisationId, personId }, found),
  };
}

/** Needs of another group are not for these staff. */
async function viewFromGroups(
  { storage }: Pick<Deps, 'storage'>,
  { organisationId, resourceLinkId, reach }: StaffScope,
  personId: string,
): Promise<PersonActionsAnswer['fromGroups']> {
  const all = await listGivenByGroups(storage, { organisationId, resourceLinkId, personId });
  const seen = new Set(reach.filterGroups(all.map(({ groupId }) => groupId)));
  const others = all.filter(({ groupId }) => !seen.has(groupId));
  return {
    ...combine(all.filter(({ groupId }) => seen.has(groupId))),
    isFromOthers: !others.every(isBlank),
  };
}

/** With the groups' exceptions; null: any number. */
export async function findSharedLimit(
  deps: Pick<Deps, 'storage'>,
  launch: Launch,
  { scope, personId }: { readonly scope: StaffScope; readonly personId: string },
  latest: AttemptWithProgress | undefined,
): Promise<number | null> {
  const limit = await findActivityLimit(deps, launch, latest);
  const { organisationId, resourceLinkId } = scope;
  const person = { organisationId, resourceLinkId, personId };
  return limit === null ? null : limit + (await findGivenByGroups(deps.storage, person)).extraAttempts;
}

/** A review launch has none, so the person's own launch counts. */
async function findActivityLimit(
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
