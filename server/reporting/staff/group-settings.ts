/** Exceptions for a whole group; staff limited to groups give them to their own only. */
import { accessNeeds } from '../../../scenarios/world/access.ts';
import { isBlank, listGroupSettings } from '../../attempts/group-exceptions.ts';
import { AppError } from '../../base/errors.ts';
import type {
  GroupException,
  GroupExceptionRequest,
  GroupExceptionsAnswer,
} from '../../contract/group-exceptions.ts';
import { type AuditDeps, recordAudit } from '../../records/audit.ts';
import type { GroupSettings } from '../../storage/ports/group-settings.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import { listMemberships } from '../memberships.ts';
import type { StaffReach } from '../reach.ts';

interface Deps extends AuditDeps {
  readonly storage: Pick<Storage, 'audit' | 'groups' | 'groupSettings'>;
}

/** Courses have dozens. */
const mostGroups = 500;

export async function readGroupExceptions(
  { storage }: { readonly storage: Pick<Storage, 'groups' | 'groupSettings'> },
  { organisationId, resourceLinkId, reach }: StaffReach,
): Promise<GroupExceptionsAnswer> {
  const [settings, memberships] = await Promise.all([
    listGroupSettings(storage, organisationId, resourceLinkId),
    listMemberships(storage.groups, organisationId, resourceLinkId),
  ]);
  const byGroup = new Map(settings.map((one) => [one.groupId, one]));
  const given = settings.filter((one) => !isBlank(one)).map(({ groupId }) => groupId);
  const known = new Set([...memberships.flatMap(({ groupIds }) => groupIds), ...given]);
  return {
    groups: reach.filterGroups([...known].sort()).map((groupId) => view(groupId, byGroup.get(groupId))),
  };
}

/**
 * Returns false, without audit, if nothing changes.
 * @throws AppError request.not-found for a group of others; person.changed if somebody else changed it since
 */
export async function changeGroupException(
  deps: Deps,
  { organisationId, resourceLinkId, personId, reach }: StaffReach,
  request: GroupExceptionRequest,
): Promise<boolean> {
  const { groupId } = request;
  if (reach.filterGroups([groupId]).length === 0) throw new AppError('request.not-found');
  const all = await listGroupSettings(deps.storage, organisationId, resourceLinkId);
  const before = view(
    groupId,
    all.find((one) => one.groupId === groupId),
  );
  if (before.revision === 0 && all.length >= mostGroups) {
    throw new AppError('request.invalid', { path: 'groupId' });
  }
  const next = {
    withHelper: request.withHelper,
    accessNeeds: accessNeeds.filter((one) => request.accessNeeds.includes(one)),
    extraAttempts: request.extraAttempts,
  };
  const changed = listChanges(before, next);
  if (changed.length === 0) return false;
  const isWritten = await deps.storage.groupSettings.put({
    ...next,
    organisationId,
    resourceLinkId,
    groupId,
    revision: request.revision + 1,
    updatedAt: deps.clock(),
  });
  if (!isWritten) throw new AppError('person.changed');
  // The audit must not reveal access needs.
  await recordAudit(deps, {
    organisationId,
    actor: `person:${personId}`,
    action: isBlank(next) ? 'group.exception-removed' : 'group.exception-given',
    subject: `activity:${resourceLinkId}`,
    details: { group: groupId, changed: changed.join(' '), extraAttempts: next.extraAttempts },
  });
  return true;
}

type Given = Pick<GroupSettings, 'withHelper' | 'accessNeeds' | 'extraAttempts'>;

function listChanges(before: Given, next: Given): string[] {
  return [
    ...(before.withHelper === next.withHelper ? [] : ['helper']),
    ...(before.accessNeeds.join() === next.accessNeeds.join() ? [] : ['access']),
    ...(before.extraAttempts === next.extraAttempts ? [] : ['attempts']),
  ];
}

function view(groupId: string, settings: GroupSettings | undefined): GroupException {
  const { withHelper = false, accessNeeds: needs = [], extraAttempts = 0, revision = 0 } = settings ?? {};
  return { groupId, withHelper, accessNeeds: needs, extraAttempts, revision };
}
