/** A token request only to learn the answer. */
import { z } from 'zod';
import type { Caller, FetchFault, GuardedFetch } from '../net/guarded-fetch.ts';
import { parseJson } from '../net/parse-json.ts';
import { askForToken, TokenAnswer } from './access-tokens.ts';
import type { ClientRef, SigningIdentity, TokenRequestDeps } from './access-tokens.ts';

export type TokenProbe =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** Null: no answer, for the reason `fault`. */
      readonly status: number | null;
      readonly fault: FetchFault | null;
      /** `error` of the answer (RFC 6749 §5.2), if it has one. */
      readonly error: string | null;
    };

/**
 * Asks each time and stores nothing.
 * @returns undefined if the platform is unknown or has no keys
 */
export type ProbeToken = (
  client: Caller,
  scope: string,
  via?: GuardedFetch,
) => Promise<TokenProbe | undefined>;

const TokenRefusal = z.looseObject({ error: z.string().min(1).max(1000) });

export function createTokenProbe(
  deps: TokenRequestDeps & {
    /** Of a platform that waits for approval too. */
    readonly findAnyIdentity: (client: ClientRef) => Promise<SigningIdentity | undefined>;
  },
): ProbeToken {
  return async (client, scope, via = deps.guardedFetch) => {
    const identity = await deps.findAnyIdentity(client);
    if (identity === undefined) return undefined;
    const answer = await askForToken({ ...deps, guardedFetch: via }, client, identity, scope);
    if (!answer.ok) return { ok: false, status: null, fault: answer.reason, error: null };
    const json = parseJson(answer.body);
    if (answer.status < 400 && TokenAnswer.safeParse(json).success) return { ok: true };
    const refusal = TokenRefusal.safeParse(json);
    const error = refusal.success ? refusal.data.error : null;
    return { ok: false, status: answer.status, fault: null, error };
  };
}
