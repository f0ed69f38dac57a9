import type { Groups } from '../../lti/services/groups.ts';
import type { Log } from '../base/log.ts';
import type { GroupName } from '../contract/teach.ts';
import { notePrivateHost } from '../organisations/private-hosts.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { StaffReach } from './reach.ts';

interface NameDeps {
  readonly storage: Pick<Storage, 'platforms'>;
  readonly groupNames: Groups;
  readonly log: Log;
}

/** As far as the LMS names them; neither stored nor logged. */
export async function nameGroups(
  { storage, groupNames, log }: NameDeps,
  { organisationId, registrationId, groupAccess, reach }: StaffReach,
): Promise<readonly GroupName[]> {
  const url = groupAccess?.namesUrl ?? null;
  if (url === null) return [];
  const registration = await storage.platforms.findRegistration(organisationId, registrationId);
  if (registration === undefined) return [];
  const { issuer, clientId } = registration;
  const client = { issuer, clientId, notePrivateHost: notePrivateHost(log) };
  const named = await groupNames.read({ client, url });
  return named.filter(({ id }) => reach.filterGroups([id]).length > 0);
}
