import type { Groups } from '../../lti/services/groups.ts';
import type { RosterAnswer } from '../contract/teach.ts';
import { type CourseListDeps, type CourseMember, readCourseList } from './course-list.ts';
import { nameGroups } from './group-names.ts';
import { listMemberships } from './memberships.ts';
import type { StaffReach } from './reach.ts';

interface RosterDeps extends CourseListDeps {
  readonly groupNames: Groups;
}

export async function readActivityRoster(deps: RosterDeps, launch: StaffReach): Promise<RosterAnswer> {
  const list = await readCourseList(deps, launch);
  if (list.state !== 'available') return list;
  const seen = await listSeen(deps, launch, list.members);
  return {
    state: 'available',
    people: seen.map(({ personId, name, role, openedAsStaff, groupIds }) => ({
      personId,
      name,
      // Moodle lists teachers without editing rights as learners, but launches them as instructors.
      isLearner: role === 'learner' && personId !== launch.personId && !openedAsStaff,
      groupIds,
    })),
    groups: await nameGroups(deps, launch),
    hasNames: list.members.some(({ name }) => name !== null),
    isComplete: list.isComplete,
  };
}

/** Those whom these staff see. Without the LMS's service for groups, only launches tell them. */
export async function listSeen(
  { storage }: Pick<CourseListDeps, 'storage'>,
  { organisationId, resourceLinkId, reach }: Pick<StaffReach, 'organisationId' | 'resourceLinkId' | 'reach'>,
  members: readonly CourseMember[],
): Promise<(CourseMember & { readonly groupIds: readonly string[] })[]> {
  const known = await listMemberships(storage.groups, organisationId, resourceLinkId);
  const byPerson = new Map(known.map(({ personId, groupIds }) => [personId, groupIds]));
  return members
    .map((member) => ({
      ...member,
      groupIds: reach.filterGroups(member.groupIds ?? byPerson.get(member.personId ?? '') ?? []),
    }))
    .filter(({ groupIds }) => reach.kind === 'everyone' || groupIds.length > 0);
}
