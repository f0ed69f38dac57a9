/** Whether an LMS takes grades, and if not, whether it could read our keys. */
import type { ClientRef } from '../../lti/engine/access-tokens.ts';
import type { ProbeToken, TokenProbe } from '../../lti/engine/token-probe.ts';
import type { GuardedFetch } from '../../lti/net/guarded-fetch.ts';
import type { KeyRead, KeyReads } from './key-reads.ts';
import { noteEveryMs } from './key-reads.ts';

type ConnectionState =
  | 'fine'
  /** It answers, but has not read our keys. */
  | 'keys-unread'
  /** It has read our keys and still refuses. */
  | 'refused'
  | 'no-grades'
  | 'unreachable';

export interface Connection {
  readonly state: ConnectionState;
  readonly keysRead: KeyRead | null;
  /** Status or fault of the token request; empty if it succeeded. */
  readonly said: string;
}

export interface ConnectionDeps {
  readonly provider: { readonly probeToken: ProbeToken };
  readonly keyReads: KeyReads;
  readonly clock: () => number;
}

const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

/** Requests a token: only then does the LMS need our keys. */
export async function checkConnection(
  { provider, keyReads, clock }: ConnectionDeps,
  registration: ClientRef,
  platformRef: string,
  via?: GuardedFetch,
): Promise<Connection> {
  const begunAt = clock();
  const probe = await provider.probeToken(registration, scoreScope, via);
  const keysRead = await keyReads.find(platformRef);
  if (probe === undefined) return { state: 'refused', keysRead, said: 'no-keys' };
  const isReadNow = keysRead !== null && keysRead.at >= begunAt - noteEveryMs;
  const state = judge(probe, isReadNow, keysRead !== null);
  return { state, keysRead, said: probe.ok ? '' : String(probe.status ?? probe.fault) };
}

/** Moodle: a page (404) if it can't read the keys; JSON with `error` if it refuses. */
function judge(probe: TokenProbe, isReadNow: boolean, wasEverRead: boolean): ConnectionState {
  if (probe.ok) return 'fine';
  const { status, error } = probe;
  if (error === 'invalid_scope') return 'no-grades';
  if (status === null || status === 429 || (status >= 500 && (isReadNow || wasEverRead)))
    return 'unreachable';
  return isReadNow || (error !== null && wasEverRead) ? 'refused' : 'keys-unread';
}
