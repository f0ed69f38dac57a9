import { Router } from 'express';
import type { Request, Response } from 'express';
import { basicOutcomeClaim } from './id-token-claims.ts';
import { CLAIM, ROLE, SCOPE } from './lti-names.ts';
import { isAccepted, MEDIA } from './media-types.ts';
import { createPerson, findCourse, fullName, listMembers } from './people-and-courses.ts';
import type { Person } from './people-and-courses.ts';
import { getTool } from './platform.ts';
import type { Platform } from './platform.ts';
import { toSubject } from './profiles.ts';
import { createNextLink } from './roster-ways.ts';
import type { RosterWays } from './roster-ways.ts';
import { groupsOf } from './group-ways.ts';
import { hasScope, isAuthorised } from './service-guard.ts';
import { refuse } from './service-refusal.ts';
import type { Activity } from './stored-state.ts';
import { readField, readId } from './text-field.ts';

const TEST_USER = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';
const testPersonId = 9_999;
const NO_HANDLER = 'No handler found for this request';

function shortRole(person: Person, { listedAsLearners }: RosterWays): 'Learner' | 'Instructor' {
  return person.role === 'learner' || listedAsLearners.includes(person.id) ? 'Learner' : 'Instructor';
}

function hasRole(person: Person, role: string | undefined, ways: RosterWays): boolean {
  if (role === undefined) return true;
  const short = shortRole(person, ways);
  return role === short || role === (short === 'Learner' ? ROLE.learner : ROLE.instructor);
}

function toMember(
  platform: Platform,
  person: Person,
  { activity, withGroups }: { readonly activity: Activity | undefined; readonly withGroups: boolean },
): Readonly<Record<string, unknown>> {
  const message = {
    [CLAIM.messageType]: 'LtiResourceLinkRequest',
    ...(activity?.graded === true
      ? { [CLAIM.basicOutcome]: basicOutcomeClaim(platform, activity, person.id) }
      : {}),
  };
  const names = {
    name: fullName(person),
    given_name: person.givenName,
    family_name: person.familyName,
    email: person.email,
    ext_user_username: person.username,
  };
  const { names: shareNames, inactive } = platform.faults.roster;
  const { groups } = platform.faults;
  return {
    status: inactive.includes(person.id) ? 'Inactive' : 'Active',
    roles: [
      groups.limitedStaff.includes(person.id) ? 'Learner' : shortRole(person, platform.faults.roster),
      ...(person.id === testPersonId ? [TEST_USER] : []),
    ],
    ...(withGroups ? { group_enrollments: groupsOf(groups, person.id).map((id) => ({ group_id: id })) } : {}),
    ...(activity === undefined ? {} : { message: [message] }),
    user_id: toSubject(platform.profile, platform.addresses.publicUrl, person.id),
    lis_person_sourcedid: person.sourcedId,
    ...((shareNames ?? getTool(platform).shareNames ?? true) ? names : {}),
  };
}

function listPeople(platform: Platform): readonly Person[] {
  const { extraLearners, testPerson } = platform.faults.roster;
  const extra = Array.from({ length: extraLearners }, (_, index) =>
    createPerson(10_000 + index, 'learner', 'Personne', `Numéro ${index + 1}`, `invite${index + 1}`),
  );
  const test = testPerson ? [createPerson(testPersonId, 'learner', 'Test', 'Student', 'test')] : [];
  return [...listMembers(platform.store.state), ...extra, ...test];
}

function listRoster(platform: Platform, request: Request, response: Response): void {
  if (!isAccepted(request.get('accept'), MEDIA.roster)) {
    refuse(request, response, 400, NO_HANDLER);
    return;
  }
  if (!isAuthorised(platform, [SCOPE.roster], request, response)) return;
  const course = findCourse(readId(request.params.courseId) ?? 0, platform.store.state.courseCopies);
  const tool = getTool(platform);
  const rlid = readField(request.query, 'rlid');
  const activity = platform.store.state.activities.find(
    (candidate) => candidate.courseId === course?.id && String(candidate.resourceLinkId) === rlid,
  );
  if (course === undefined || request.params.typeId !== tool.deploymentId) {
    refuse(request, response, 404, 'Not Found');
    return;
  }
  const { roster: ways } = platform.faults;
  if (rlid !== undefined && (activity === undefined || !ways.rlid)) {
    refuse(request, response, 400, 'Bad Request');
    return;
  }
  const id = platform.addresses.memberships(course.id, tool.deploymentId);
  const role = readField(request.query, 'role');
  const people = listPeople(platform).filter((person) => hasRole(person, role, ways));
  const limit = ways.pageSize ?? readId(request.query.limit) ?? 0;
  const from = readId(request.query.from) ?? 0;
  const page = limit > 0 ? people.slice(from, from + limit) : people;
  if (limit > 0 && from + limit < people.length) {
    response.setHeader('Link', createNextLink(ways, id, from + limit, { limit, rlid }));
  }
  const context = { id: String(course.id), label: course.shortName, title: course.fullName };
  const withGroups =
    platform.faults.groups.told === 'service' &&
    readField(request.query, 'groups') === 'true' &&
    hasScope(platform, SCOPE.groups, request);
  const members = page.map((person) => toMember(platform, person, { activity, withGroups }));
  response.type(MEDIA.roster).send(JSON.stringify({ id, context, members }));
}

export function createRosterRoutes(platform: Platform): Router {
  const router = Router();
  router.get('/CourseSection/:courseId/bindings/:typeId/memberships', (request, response) => {
    listRoster(platform, request, response);
  });
  return router;
}
