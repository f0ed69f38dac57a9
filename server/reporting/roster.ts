/** Names come from the LMS and are neither stored nor logged. */
import { getFamilyQuirks } from '../../lti/platform-quirks.ts';
import type { Roster, RosterMember } from '../../lti/services/roster.ts';
import type { RosterAnswer, RosterPerson } from '../contract/teach.ts';
import type { Log } from '../base/log.ts';
import { notePrivateHost } from '../organisations/private-hosts.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface RosterDeps {
  readonly storage: Pick<Storage, 'persons' | 'personSettings' | 'platforms' | 'resourceLinks'>;
  readonly roster: Roster;
  readonly log: Log;
}

const lookUps = 50;

export async function readActivityRoster(
  deps: RosterDeps,
  launch: Launch & { readonly resourceLinkId: string },
): Promise<RosterAnswer> {
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
  });
  if (outcome.kind !== 'read') {
    log.warn({ launch: launch.id, outcome: outcome.kind, detail: outcome.detail }, 'roster.not-read');
    return { state: outcome.kind };
  }
  const people = await matchPersons(deps, launch, outcome.members);
  return {
    state: 'available',
    people,
    hasNames: people.some(({ name }) => name !== null),
    isComplete: outcome.isComplete,
  };
}

async function matchPersons(
  { storage }: RosterDeps,
  launch: Launch & { readonly resourceLinkId: string },
  members: readonly RosterMember[],
): Promise<RosterPerson[]> {
  const { organisationId, platformId, resourceLinkId } = launch;
  const deploymentId = getFamilyQuirks(launch.family).personsPerDeployment ? launch.deploymentId : '';
  const people: RosterPerson[] = [];
  for (let from = 0; from < members.length; from += lookUps) {
    const some = members.slice(from, from + lookUps).map(async ({ userId: subject, name, role }) => {
      const person = await storage.persons.findBySubject({
        organisationId,
        platformId,
        deploymentId,
        subject,
      });
      if (person === undefined) return { personId: null, name, isLearner: role === 'learner' };
      const settings = await storage.personSettings.find(organisationId, resourceLinkId, person.id);
      // Moodle lists teachers without editing rights as learners, although it launches them as instructors.
      return { personId: person.id, name, isLearner: role === 'learner' && settings?.isStaff !== true };
    });
    people.push(...(await Promise.all(some)));
  }
  return people;
}
