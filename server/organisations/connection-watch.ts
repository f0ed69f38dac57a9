/** Caches each connection's check, for pages that staff open often. */
import { getHostAndPort } from '../../lti/net/own-address.ts';
import type { KeysUnread } from '../contract/connection.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { checkConnection } from './connection.ts';
import type { ConnectionDeps } from './connection.ts';

export interface ConnectionWatch {
  /** Null unless the LMS could not read our keys. */
  findKeysUnread(launch: { organisationId: string; registrationId: string }): Promise<KeysUnread | null>;
}

interface WatchDeps extends ConnectionDeps {
  readonly storage: Pick<Storage, 'platforms'>;
  readonly publicUrl: string;
}

/** Short after a problem: it may be solved. */
const holdsMs = { fine: 600_000, problem: 15_000 };

export function createConnectionWatch(deps: WatchDeps): ConnectionWatch {
  const { storage, clock, publicUrl } = deps;
  /** One entry per registration. */
  const checks = new Map<string, { readonly until: number; readonly result: Promise<KeysUnread | null> }>();

  const check = async (organisationId: string, registrationId: string): Promise<KeysUnread | null> => {
    const registration = await storage.platforms.findRegistration(organisationId, registrationId);
    const platform = registration && (await storage.platforms.find(organisationId, registration.platformId));
    if (registration === undefined || platform === undefined) return null;
    const { state } = await checkConnection(deps, registration, platform.ref);
    if (state !== 'keys-unread') return null;
    // Entered by hand: no family; most are Moodles.
    const product = (registration.family ?? 'moodle') === 'moodle' ? 'moodle' : 'other';
    return { product, ...getHostAndPort(publicUrl) };
  };

  return {
    async findKeysUnread({ organisationId, registrationId }) {
      const known = checks.get(registrationId);
      if (known !== undefined && clock() < known.until) return known.result;
      const result = check(organisationId, registrationId);
      // Concurrent callers share this check.
      checks.set(registrationId, { until: clock() + holdsMs.problem, result });
      try {
        const found = await result;
        if (found === null) checks.set(registrationId, { until: clock() + holdsMs.fine, result });
        return found;
      } catch (error) {
        checks.delete(registrationId);
        throw error;
      }
    },
  };
}
