/** Signature, issuer, audience and times of any token of a platform. Stateless; callers check the nonce. */
import { compactVerify, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { LtiErrorCode } from './codes.ts';
import type { GateRegistration } from './login.ts';
import type { NotePrivateHost } from '../net/guarded-fetch.ts';
import type { KeySets, PlatformJwk, PlatformKey } from '../net/key-sets.ts';

/** Leeway for fast platform clocks; exp has none. */
const clockAheadS = 60;

type TrustedRegistration = Pick<GateRegistration, 'id' | 'issuer' | 'clientId' | 'keySetUrl'>;

export interface TokenRequest {
  readonly token: string;
  readonly registration: TrustedRegistration;
  readonly now: number;
  readonly notePrivateHost?: NotePrivateHost | undefined;
}

export interface VerifiedToken {
  readonly ok: true;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly envelope: Envelope;
  readonly jwk: PlatformJwk;
}

interface TokenRefusal {
  readonly ok: false;
  readonly code: LtiErrorCode;
  readonly detail: string;
}

const Payload = z.record(z.string(), z.unknown());

const Envelope = z.looseObject({
  iss: z.string().max(2048).optional(),
  aud: z.union([z.string().max(2048), z.array(z.string().max(2048)).max(20)]).optional(),
  azp: z.string().max(2048).optional(),
  nonce: z.string().max(500).optional(),
  jti: z.string().max(500).optional(),
  exp: z.number().optional(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
});
type Envelope = z.infer<typeof Envelope>;

export async function verifyToken(
  keySets: KeySets,
  { token, registration, now, notePrivateHost }: TokenRequest,
): Promise<VerifiedToken | TokenRefusal> {
  const header = readHeader(token);
  if ('code' in header) return { ok: false, code: header.code, detail: '' };
  const { id: registrationId, issuer, clientId, keySetUrl } = registration;
  const source = { registrationId, issuer, clientId, keySetUrl, notePrivateHost };
  const signed = await readSigned(token, (refused) => keySets.find(source, header.kid, refused));
  if (!signed.ok) return { ok: false, code: signed.code, detail: '' };
  const { payload, jwk } = signed;
  const envelope = Envelope.safeParse(payload);
  if (!envelope.success) {
    const detail = envelope.error.issues[0]?.path.map(String).join('.') ?? '';
    return { ok: false, code: 'lti.claim-refused', detail };
  }
  const code = checkSender(envelope.data, registration) ?? checkTimes(envelope.data, now);
  if (code !== undefined) return { ok: false, code, detail: '' };
  return { ok: true, payload, envelope: envelope.data, jwk };
}

/** Only RS256: with `none` or a symmetric algorithm, anyone could sign with the public key as secret. */
function readHeader(token: string): { readonly kid: string } | { readonly code: LtiErrorCode } {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
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
  token: string,
  findKey: (refused?: PlatformJwk) => ReturnType<KeySets['find']>,
): Promise<Signed> {
  const first = await findKey();
  if (!first.ok) return first;
  const payload = await verifySignature(token, first.key);
  if (payload !== undefined) return { ok: true, payload, jwk: first.key.jwk };
  const second = await findKey(first.key.jwk);
  const other = second.ok ? await verifySignature(token, second.key) : undefined;
  if (!second.ok || other === undefined) return { ok: false, code: 'lti.signature-refused' };
  return { ok: true, payload: other, jwk: second.key.jwk };
}

async function verifySignature(
  token: string,
  { key }: PlatformKey,
): Promise<Record<string, unknown> | undefined> {
  try {
    const { payload } = await compactVerify(token, key, { algorithms: ['RS256'] });
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
