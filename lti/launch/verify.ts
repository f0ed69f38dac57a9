import { claim, parseMessage } from './claims.ts';
import type { LtiMessage } from './claims.ts';
import { refuse } from './codes.ts';
import type { Refusal } from './codes.ts';
import type { KeySets, PlatformJwk } from '../net/key-sets.ts';
import { isOwnTarget } from '../net/own-address.ts';
import { type TokenRequest, verifyToken } from './verify-token.ts';

export interface VerifyRequest extends Omit<TokenRequest, 'token'> {
  readonly idToken: string;
  /** Target addresses must be below it. */
  readonly publicUrl: string;
}

export interface VerifiedMessage {
  readonly ok: true;
  readonly message: LtiMessage;
  readonly nonce: string;
  readonly jwk: PlatformJwk;
}

export async function verifyMessage(
  keySets: KeySets,
  { idToken, publicUrl, ...request }: VerifyRequest,
): Promise<VerifiedMessage | Refusal> {
  const verified = await verifyToken(keySets, { ...request, token: idToken });
  if (!verified.ok) return refuse(verified.code, { detail: verified.detail });
  const { payload, envelope, jwk } = verified;
  const parsed = parseMessage(payload);
  if (!parsed.ok) return refuse(parsed.code, { detail: parsed.detail });
  const target = parsed.message.claims[claim.targetLinkUri];
  if (target !== undefined && !isOwnTarget(publicUrl, target)) return refuse('lti.target-foreign');
  return { ok: true, message: parsed.message, nonce: envelope.nonce ?? '', jwk };
}
