/** One-time passes with which a tool registers itself, signed as Moodle's are. Kept in memory: they last an hour. */
import { randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Clock } from './lms-options.ts';
import type { PlatformKeys } from './platform-keys.ts';

const LIFE_S = 3600;

export interface RegistrationPasses {
  /** A pass for a new client id. */
  issue(): Promise<string>;
  /** The client id of a pass that is good and not used yet; takes it. */
  take(pass: string): Promise<string | undefined>;
}

export function createRegistrationPasses(keys: PlatformKeys, clock: Clock): RegistrationPasses {
  const open = new Set<string>();
  const nowS = (): number => Math.floor(clock().getTime() / 1000);
  return {
    issue() {
      const clientId = randomBytes(11).toString('base64url');
      open.add(clientId);
      const claims = { sub: clientId, scope: 'reg', iat: nowS(), exp: nowS() + LIFE_S };
      return keys.sign(claims, 'platform', {});
    },
    async take(pass) {
      try {
        const keySet = createLocalJWKSet({ keys: [...keys.publicKeySet().keys] });
        const { payload } = await jwtVerify(pass, keySet, { currentDate: clock(), algorithms: ['RS256'] });
        const clientId = payload.scope === 'reg' ? payload.sub : undefined;
        return clientId !== undefined && open.delete(clientId) ? clientId : undefined;
      } catch {
        // Expired, of another platform or no token at all: no pass.
        return undefined;
      }
    },
  };
}
