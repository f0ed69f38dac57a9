/** The only source of platform keys: guarded, cached, fetched once for concurrent launches. */
import { importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import { z } from 'zod';
import type { Caller, FetchFault, GuardedFetch } from './guarded-fetch.ts';
import { parseJson } from './parse-json.ts';

const freshMs = 10 * 60_000;
/** A kid may be new, or its key replaced. Fetches again at most this often. */
const refetchPauseMs = 60_000;
/** Without this pause after a failure, every launch of a class would wait for the time-out. */
const failurePauseMs = 5_000;

const KeySet = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.string().max(20).optional(),
        kid: z.string().max(512).optional(),
        use: z.string().max(20).optional(),
        alg: z.string().max(20).optional(),
        n: z.string().max(4096).optional(),
        e: z.string().max(64).optional(),
      }),
    )
    .max(100),
});

/** Public part of an RS256 key. */
export interface PlatformJwk {
  readonly kty: 'RSA';
  readonly alg: 'RS256';
  readonly kid: string;
  readonly n: string;
  readonly e: string;
}

export interface PlatformKey {
  readonly jwk: PlatformJwk;
  readonly key: CryptoKey | Uint8Array;
}

type KeyFault = 'lti.key-unknown' | 'lti.key-set-unreachable' | 'lti.key-set-slow';

type KeyOutcome =
  { readonly ok: true; readonly key: PlatformKey } | { readonly ok: false; readonly code: KeyFault };

interface KeySource extends Caller {
  readonly registrationId: string;
  readonly keySetUrl: string;
}

export interface KeySets {
  /**
   * Fetches only if the cache has no answer.
   * @param refused a key of this kid that did not verify the signature: only another one is an answer
   */
  find(source: KeySource, kid: string, refused?: PlatformJwk): Promise<KeyOutcome>;
}

interface CacheEntry {
  readonly url: string;
  readonly keys: ReadonlyMap<string, PlatformJwk>;
  readonly imported: Map<string, PlatformKey>;
  readonly fetchedAt: number;
  /** When the last fetch ended, even if it failed. */
  readonly askedAt: number;
  readonly fault: KeyFault | null;
}

export function createKeySets(deps: {
  readonly guardedFetch: GuardedFetch;
  readonly clock: () => number;
}): KeySets {
  const entries = new Map<string, CacheEntry>();
  const running = new Map<string, Promise<CacheEntry>>();

  const refresh = (source: KeySource): Promise<CacheEntry> => {
    const flight = `${source.registrationId} ${source.keySetUrl}`;
    const present = running.get(flight);
    if (present !== undefined) return present;
    const started = fetchKeySet(deps.guardedFetch, source)
      .then((fetched) => {
        const now = deps.clock();
        const { registrationId, keySetUrl: url } = source;
        const entry: CacheEntry = { url, imported: new Map(), fetchedAt: now, askedAt: now, ...fetched };
        // A failed refresh does not replace a set that is still fresh.
        const cached = entries.get(registrationId);
        const isCachedUsable = entry.fault !== null && cached !== undefined && isFresh(cached, source, now);
        entries.set(registrationId, isCachedUsable ? { ...cached, askedAt: now } : entry);
        return entry;
      })
      .finally(() => running.delete(flight));
    running.set(flight, started);
    return started;
  };

  return {
    async find(source, kid, refused) {
      const hasAnswer = ({ keys }: CacheEntry): boolean => {
        const jwk = keys.get(kid);
        return jwk !== undefined && !(jwk.n === refused?.n && jwk.e === refused.e);
      };
      const now = deps.clock();
      const cached = entries.get(source.registrationId);
      let entry = cached !== undefined && isFresh(cached, source, now) ? cached : await refresh(source);
      if (!hasAnswer(entry) && entry === cached && now - entry.askedAt >= pauseOf(entry)) {
        entry = await refresh(source);
      }
      if (entry.fault !== null) return { ok: false, code: entry.fault };
      const key = hasAnswer(entry) ? await importOnce(entry, kid) : undefined;
      return key === undefined ? { ok: false, code: 'lti.key-unknown' } : { ok: true, key };
    },
  };
}

function isFresh(entry: CacheEntry, source: KeySource, now: number): boolean {
  return (
    entry.url === source.keySetUrl &&
    now - entry.fetchedAt < (entry.fault === null ? freshMs : failurePauseMs)
  );
}

function pauseOf(entry: CacheEntry): number {
  return entry.fault === null ? refetchPauseMs : failurePauseMs;
}

async function importOnce(entry: CacheEntry, kid: string): Promise<PlatformKey | undefined> {
  const present = entry.imported.get(kid);
  if (present !== undefined) return present;
  const jwk = entry.keys.get(kid);
  if (jwk === undefined) return undefined;
  try {
    const made: PlatformKey = { jwk, key: await importJWK({ ...jwk }, 'RS256') };
    entry.imported.set(kid, made);
    return made;
  } catch {
    // An unreadable key counts as missing.
    return undefined;
  }
}

async function fetchKeySet(
  guardedFetch: GuardedFetch,
  { keySetUrl, issuer, clientId, notePrivateHost }: KeySource,
): Promise<Pick<CacheEntry, 'keys' | 'fault'>> {
  const answer = await guardedFetch(keySetUrl, {
    client: { issuer, clientId, notePrivateHost },
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) return { keys: new Map(), fault: nameFault(answer.reason) };
  const parsed = KeySet.safeParse(parseJson(answer.body));
  if (answer.status !== 200 || !parsed.success) {
    return { keys: new Map(), fault: 'lti.key-set-unreachable' };
  }
  const keys = new Map<string, PlatformJwk>();
  for (const { kty, kid, use, alg, n, e } of parsed.data.keys) {
    const signs = kty === 'RSA' && (use ?? 'sig') === 'sig' && (alg ?? 'RS256') === 'RS256';
    if (signs && kid !== undefined && n !== undefined && e !== undefined) {
      keys.set(kid, { kty: 'RSA', alg: 'RS256', kid, n, e });
    }
  }
  return { keys, fault: null };
}

function nameFault(reason: FetchFault): KeyFault {
  return reason === 'timed-out' ? 'lti.key-set-slow' : 'lti.key-set-unreachable';
}
