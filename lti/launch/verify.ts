/** Signature, issuer, audience, times and claims of every message. Stateless; the gate checks the nonce. */
import { compactVerify, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { claim, parseMessage } from './claims.ts';
import type { LtiMessage } from './claims.ts';
import { refuse } from './codes.ts';
import type { LtiErrorCode, Refusal } from './codes.ts';
import type { GateRegistration } from './login.ts';
import type { NotePrivateHost } from '../net/guarded-fetch.ts';
import type { KeySets, PlatformJwk, PlatformKey } from '../net/key-sets.ts';
import { isOwnTarget } from '../net/own-address.ts';

/** Leeway for fast platform clocks; exp has none. */
const clockAheadS = 60;

type TrustedRegistration = Pick<GateRegistration, 'id' | 'issuer' | 'clientId' | 'keySetUrl'>;

export interface VerifyRequest {
  readonly idToken: string;
  readonly registration: TrustedRegistration;
  /** Target addresses must be below it. */
  readonly publicUrl: string;
  readonly now: number;
  readonly notePrivateHost?: NotePrivateHost | undefined;
}

export interface VerifiedMessage {
  readonly ok: true;
  readonly message: LtiMessage;
  readonly nonce: string;
  readonly jwk: PlatformJwk;
}

const Payload = z.record(z.string(), z.unknown());

const Envelope = z.looseObject({
  iss: z.string().max(2048).optional(),
  aud: z.union([z.string().max(2048), z.array(z.string().max(2048)).max(20)]).optional(),
  azp: z.string().max(2048).optional(),
  nonce: z.string().max(500).optional(),
  exp: z.number().optional(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
});
type Envelope = z.infer<typeof Envelope>;

export async function verifyMessage(
  keySets: KeySets,
  request: VerifyRequest,
): Promise<VerifiedMessage | Refusal> {
  const { registration, idToken, notePrivateHost } = request;
  const header = readHeader(idToken);
  if ('code' in header) return refuse(header.code);
  const { id: registrationId, issuer, clientId, keySetUrl } = registration;
  const source = { registrationId, issuer, clientId, keySetUrl, notePrivateHost };
  const signed = await readSigned(idToken, (refused) => keySets.find(source, header.kid, refused));
  if (!signed.ok) return refuse(signed.code);
  const { payload, jwk } = signed;
  const envelope = Envelope.safeParse(payload);
  if (!envelope.success) {
    return refuse('lti.claim-refused', {
      detail: envelope.error.issues[0]?.path.map(String).join('.') ?? '',
    });
  }
  const code = checkSender(envelope.data, registration) ?? checkTimes(envelope.data, request.now);
  if (code !== undefined) return refuse(code);
  const parsed = parseMessage(payload);
  if (!parsed.ok) return refuse(parsed.code, { detail: parsed.detail });
  const target = parsed.message.claims[claim.targetLinkUri];
  if (target !== undefined && !isOwnTarget(request.publicUrl, target)) return refuse('lti.target-foreign');
  return { ok: true, message: parsed.message, nonce: envelope.data.nonce ?? '', jwk };
}

/** Only RS256: with `none` or a symmetric algorithm, anyone could sign with the public key as secret. */
function readHeader(idToken: string): { readonly kid: string } | { readonly code: LtiErrorCode } {
  try {
    const { alg, kid } = decodeProtectedHeader(idToken);
    if (alg !== 'RS256') return { code: 'lti.algorithm-refused' };
    if (typeof kid !== 'string' || kid === '') return { code: 'lti.key-id-missing' };
    return { kid };
  } catch {
    return { code: 'lti.token-unreadable' };
  }
}

type Signed =
  | { readonly ok: true; readonly payload: Record<string, unknown>; readonly jwk: PlatformJwk }
  | { readonly ok: false; readonly code: LtiErrorCode };

/** Tries a second key, because a platform may replace its key under the same id. */
async function readSigned(
  idToken: string,
  findKey: (refused?: PlatformJwk) => ReturnType<KeySets['find']>,
): Promise<Signed> {
  const first = await findKey();
  if (!first.ok) return first;
  const payload = await verifySignature(idToken, first.key);
  if (payload !== undefined) return { ok: true, payload, jwk: first.key.jwk };
  const second = await findKey(first.key.jwk);
  const other = second.ok ? await verifySignature(idToken, second.key) : undefined;
  if (!second.ok || other === undefined) return { ok: false, code: 'lti.signature-refused' };
  return { ok: true, payload: other, jwk: second.key.jwk };
}

async function verifySignature(
  idToken: string,
  { key }: PlatformKey,
): Promise<Record<string, unknown> | undefined> {
  try {
    const { payload } = await compactVerify(idToken, key, { algorithms: ['RS256'] });
    const parsed = Payload.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function checkSender(
  envelope: Envelope,
  { issuer, clientId }: TrustedRegistration,
): LtiErrorCode | undefined {
  if (envelope.iss !== issuer) return 'lti.issuer-mismatch';
  const audience = typeof envelope.aud === 'string' ? [envelope.aud] : (envelope.aud ?? []);
  if (!audience.includes(clientId)) return 'lti.audience-mismatch';
  // Another audience could replay the token at our tool (Security 1.0 §5.1.3).
  if (audience.some((one) => one !== clientId)) return 'lti.audience-foreign';
  if (envelope.azp !== undefined && envelope.azp !== clientId) return 'lti.azp-mismatch';
  return undefined;
}

function checkTimes(envelope: Envelope, now: number): LtiErrorCode | undefined {
  const nowS = now / 1000;
  if (envelope.exp === undefined) return 'lti.expiry-missing';
  if (envelope.iat === undefined) return 'lti.issued-at-missing';
  if (envelope.iat > nowS + clockAheadS) return 'lti.issued-in-future';
  if (envelope.exp <= nowS) return 'lti.token-expired';
  if (envelope.nbf !== undefined && envelope.nbf > nowS) return 'lti.not-yet-valid';
  return undefined;
}
