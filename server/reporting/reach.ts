/**
 * Whose work staff may see (ADR 30): everybody's, or that of their groups. What the LMS does not tell counts against
 * access, except in a course without known groups.
 */
import { AppError } from '../base/errors.ts';
import type { StaffLaunch } from '../launches/staff-launch.ts';
import type { GroupMembership } from '../storage/ports/groups.ts';
import type { Launch } from '../storage/ports/launches.ts';
import { type CourseListDeps, readCourseList } from './course-list.ts';
import { listMemberships } from './memberships.ts';

export interface Reach {
  /** `no-group`: the course has groups, these staff are in none. */
  readonly kind: 'everyone' | 'own-groups' | 'no-group';
  /** False also if groups are unknown. */
  readonly sees: (personId: string) => boolean;
  readonly filterGroups: (groupIds: readonly string[]) => readonly string[];
}

export interface StaffReach extends StaffLaunch {
  readonly reach: Reach;
}

export const everyone: Reach = { kind: 'everyone', sees: () => true, filterGroups: (ids) => ids };

export interface ReachDeps extends CourseListDeps {
  readonly clock: () => number;
}

/** After a course list could not be read. */
const askAgainMs = 60_000;

/** Of learners `everyone`: other checks bind them to their own work. */
export async function findReach(deps: ReachDeps, launch: Launch): Promise<Reach> {
  const { role, organisationId, resourceLinkId, personId } = launch;
  if (role !== 'staff' || resourceLinkId === null || personId === null) return everyone;
  const groupAccess = await findAccess(deps, { ...launch, resourceLinkId, personId });
  if (groupAccess === null || groupAccess.reach === 'all') return everyone;
  const own = await settleReach(deps, { ...launch, groupAccess, resourceLinkId, personId });
  // The row may be of a newer launch under another role.
  if (own.reach === 'all' && groupAccess.reach !== 'own') return everyone;
  const all = await listMemberships(deps.storage.groups, organisationId, resourceLinkId);
  const hasGroups = all.some(({ groupIds }) => groupIds.length > 0);
  // More groups than a launch can tell are groups.
  const hasTooMany = groupAccess.own === null && groupAccess.namesUrl === null;
  if (!hasGroups && !hasTooMany && own.groupIds.length === 0) return everyone;
  return limitTo(own.groupIds, all);
}

/** A review may lack the activity's parameters: then earlier launches count. */
async function findAccess(
  { storage: { groups } }: ReachDeps,
  { message, groupAccess, organisationId, resourceLinkId, personId }: StaffLaunch,
): Promise<Launch['groupAccess']> {
  if (groupAccess !== null || message !== 'submission-review') return groupAccess;
  const known = await groups.find(organisationId, resourceLinkId, personId);
  return known === undefined ? null : { own: known.groupIds, namesUrl: null, reach: known.reach };
}

function limitTo(ownIds: readonly string[], all: readonly GroupMembership[]): Reach {
  const own = new Set(ownIds);
  const filterGroups = (ids: readonly string[]): readonly string[] => ids.filter((id) => own.has(id));
  const visible = new Set(
    all.flatMap(({ personId, groupIds }) => (filterGroups(groupIds).length > 0 ? [personId] : [])),
  );
  return {
    kind: own.size === 0 ? 'no-group' : 'own-groups',
    sees: (personId) => visible.has(personId),
    filterGroups,
  };
}

/** Asks once per launch; while the list can't be read, staff see their own groups only. */
async function settleReach(deps: ReachDeps, launch: StaffLaunch): Promise<GroupMembership> {
  const { organisationId, resourceLinkId, personId, groupAccess } = launch;
  const { storage, clock } = deps;
  const known = await storage.groups.find(organisationId, resourceLinkId, personId);
  const stored = known ?? {
    organisationId,
    resourceLinkId,
    personId,
    groupIds: groupAccess?.own ?? [],
    reach: groupAccess?.reach ?? 'own',
    askedAt: 0,
  };
  if (stored.reach !== 'ask' || launch.membershipsUrl === null) return stored;
  const now = clock();
  if (now - stored.askedAt < askAgainMs) return stored;
  const list = await readCourseList(deps, launch);
  const settled =
    list.state === 'available'
      ? { ...stored, ...(await readOwn(deps, launch, list.members)), askedAt: now }
      : { ...stored, askedAt: now };
  await storage.groups.put(settled);
  return settled;
}

type Members = Extract<Awaited<ReturnType<typeof readCourseList>>, { state: 'available' }>['members'];

async function readOwn(
  { storage }: ReachDeps,
  { organisationId, personId, groupAccess }: StaffLaunch,
  members: Members,
): Promise<Pick<GroupMembership, 'groupIds' | 'reach'>> {
  const person = await storage.persons.find(organisationId, personId);
  if (person === undefined) throw new AppError('session.expired');
  const listed = members.find(({ userId }) => userId === person.subject);
  const isWhole = groupAccess?.reach === 'ask' && listed?.seesAllGroups === true;
  return {
    groupIds: groupAccess?.own ?? listed?.groupIds ?? [],
    reach: isWhole ? 'all' : 'own',
  };
}
