import type { GateDeps } from '../../lti/launch/gate.ts';
import type { Storage } from '../storage/ports/storage.ts';

/** Registrations as the gate of launches looks for them. */
export function registrationsOf({ platforms }: Pick<Storage, 'platforms'>): GateDeps['registrations'] {
  return {
    find: (organisationId, registrationId) => platforms.findRegistration(organisationId, registrationId),
    listByIssuer: (issuer, clientId) => platforms.listRegistrationsByIssuer(issuer, clientId),
    async listByPlatformRef(ref) {
      const platform = await platforms.findByRef(ref);
      return platform === undefined ? [] : platforms.listRegistrations(platform.organisationId, platform.id);
    },
  };
}
