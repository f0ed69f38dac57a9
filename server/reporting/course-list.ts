/** Names come from the LMS and are neither stored nor logged. */
import { getFamilyQuirks } from '../../lti/platform-quirks.ts';
import type { Roster, RosterMember } from '../../lti/services/roster.ts';
import type { Log } from '../base/log.ts';
import { notePrivateHost } from '../organisations/private-hosts.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listMemberships } from './memberships.ts';

export interface CourseListDeps {
  readonly storage: Pick<Storage, 'groups' | 'persons' | 'personSettings' | 'platforms' | 'resourceLinks'>;
  readonly roster: Roster;
  readonly log: Log;
}

export interface CourseMember extends RosterMember {
  /** Null if this person never opened the tool. */
  readonly personId: string | null;
  readonly openedAsStaff: boolean;
}

type CourseList =
  | { readonly state: 'available'; readonly members: readonly CourseMember[]; readonly isComplete: boolean }
  | { readonly state: 'not-offered' | 'unreachable' | 'not-authorized' | 'refused' };

const atOnce = 50;

/** Also notes groups. */
export async function readCourseList(
  deps: CourseListDeps,
  launch: Launch & { readonly resourceLinkId: string },
): Promise<CourseList> {
  const { storage, roster, log } = deps;
  if (launch.membershipsUrl === null) return { state: 'not-offered' };
  const [registration, link] = await Promise.all([
    storage.platforms.findRegistration(launch.organisationId, launch.registrationId),
    storage.resourceLinks.find(launch.organisationId, launch.resourceLinkId),
  ]);
  if (registration === undefined) return { state: 'not-authorized' };
  const { issuer, clientId } = registration;
  const outcome = await roster.read({
    client: { issuer, clientId, notePrivateHost: notePrivateHost(log) },
    membershipsUrl: launch.membershipsUrl,
    resourceLinkId: link?.resourceLinkId ?? null,
    withGroups: (launch.groupAccess?.namesUrl ?? null) !== null,
  });
  if (outcome.kind !== 'read') {
    log.warn({ launch: launch.id, outcome: outcome.kind, detail: outcome.detail }, 'roster.not-read');
    return { state: outcome.kind };
  }
  const members = await matchPersons(deps, launch, outcome.members);
  await noteGroups(deps, launch, members);
  return { state: 'available', members, isComplete: outcome.isComplete };
}

async function matchPersons(
  { storage }: CourseListDeps,
  launch: Launch & { readonly resourceLinkId: string },
  members: readonly RosterMember[],
): Promise<CourseMember[]> {
  const { organisationId, platformId, resourceLinkId } = launch;
  const deploymentId = getFamilyQuirks(launch.family).personsPerDeployment ? launch.deploymentId : '';
  return inTurns(members, async (member) => {
    const { userId: subject } = member;
    const person = await storage.persons.findBySubject({ organisationId, platformId, deploymentId, subject });
    if (person === undefined) return { ...member, personId: null, openedAsStaff: false };
    const settings = await storage.personSettings.find(organisationId, resourceLinkId, person.id);
    return { ...member, personId: person.id, openedAsStaff: settings?.isStaff === true };
  });
}

/** Writes only what changed: most lists are read repeatedly. */
async function noteGroups(
  { storage: { groups } }: CourseListDeps,
  { organisationId, resourceLinkId }: Launch & { readonly resourceLinkId: string },
  members: readonly CourseMember[],
): Promise<void> {
  if (members.every(({ groupIds }) => groupIds === null)) return;
  const known = await listMemberships(groups, organisationId, resourceLinkId);
  const byPerson = new Map(known.map((row) => [row.personId, row]));
  await inTurns(members, async ({ personId, groupIds }) => {
    if (personId === null || groupIds === null) return;
    const row = byPerson.get(personId);
    if (row?.groupIds.join('\n') === groupIds.join('\n')) return;
    const { reach = 'own', askedAt = 0 } = row ?? {};
    await groups.put({ organisationId, resourceLinkId, personId, groupIds, reach, askedAt });
  });
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return results;
}
