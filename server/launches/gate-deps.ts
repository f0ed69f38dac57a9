/** Joins the gate of lti/ to the server's storage. */
import type { GateDeps } from '../../lti/gate.ts';
import type { Storage } from '../storage/ports.ts';

type Given = Pick<GateDeps, 'publicUrl' | 'clock' | 'randomToken' | 'keySets' | 'engine'> & {
  readonly storage: Pick<Storage, 'loginStates' | 'platforms'>;
};

/** What the gate works with, over rows of ours. */
export function createGateDeps({ storage, ...given }: Given): GateDeps {
  const { loginStates, platforms } = storage;
  return {
    ...given,
    logins: loginStates,
    registrations: {
      find: (organisationId, registrationId) => platforms.findRegistration(organisationId, registrationId),
      listByIssuer: (issuer, clientId) => platforms.listRegistrationsByIssuer(issuer, clientId),
      async listByPlatformRef(platformRef) {
        const platform = await platforms.findByRef(platformRef);
        return platform === undefined
          ? []
          : platforms.listRegistrations(platform.organisationId, platform.id);
      },
    },
  };
}
