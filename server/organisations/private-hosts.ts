import type { ClientRef } from '../../lti/engine/access-tokens.ts';
import type { NotePrivateHost } from '../../lti/net/guarded-fetch.ts';
import type { Log } from '../base/log.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';

export function createPrivateHostLookup(
  platforms: Pick<PlatformsPort, 'listRegistrationsByIssuer' | 'find'>,
): (client: ClientRef | null) => Promise<readonly string[]> {
  return async (client) => {
    if (client === null) return [];
    const [registration] = await platforms.listRegistrationsByIssuer(client.issuer, client.clientId);
    if (registration === undefined) return [];
    const platform = await platforms.find(registration.organisationId, registration.platformId);
    return platform?.privateHosts ?? [];
  };
}

export function notePrivateHost(log: Log): NotePrivateHost {
  return (hostname) => {
    log.info({ hostname }, 'lti.private-host-used');
  };
}
