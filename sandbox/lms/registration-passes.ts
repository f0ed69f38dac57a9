/** One-time passes for registration, signed as Moodle's. In memory, since they last an hour. */
import { randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Clock } from './lms-options.ts';
import type { PlatformKeys } from './platform-keys.ts';

const LIFE_S = 3600;

export interface RegistrationPasses {
  issue(): Promise<string>;
  /** Undefined unless the pass is valid and unused; uses it up. */
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
        return undefined;
      }
    },
  };
}
