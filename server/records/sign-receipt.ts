/**
 * Ed25519 keys that sign receipts. They derive from SECRET_KEY, so no key needs storing. Published at
 * /xapi/keys.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { z } from 'zod';
import type { Secrets } from '../base/secrets.ts';

/** JWK of RFC 8037; `kid` is its thumbprint (RFC 7638). */
const publicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
});

export type ReceiptKey = z.infer<typeof publicKey>;

export const receiptKeySet = z.strictObject({ keys: z.array(publicKey).max(100) });

const header = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal('numplus-receipt'),
  kid: z.string(),
});

/** Beginning of an Ed25519 private key in PKCS #8 (RFC 8410 §7); the 32 bytes of the seed follow. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The current key first, then the previous one during a rotation. */
export function listReceiptKeys({ keysFor }: Pick<Secrets, 'keysFor'>): ReceiptKey[] {
  return keysFor('receipt').map((seed) => toPublic(toPrivateKey(seed)));
}

/** Returns a compact JWS (RFC 7515), signed with the current key. */
export function signReceipt({ keysFor }: Pick<Secrets, 'keysFor'>, claims: object): string {
  const key = toPrivateKey(keysFor('receipt')[0]);
  const { kid } = toPublic(key);
  const signed = [{ alg: 'EdDSA', typ: 'numplus-receipt', kid }, claims].map(toPart).join('.');
  return `${signed}.${signBytes(null, Buffer.from(signed), key).toString('base64url')}`;
}

/** Undefined unless one of these keys signed exactly this text. */
export function readSigned(jws: string, keys: readonly ReceiptKey[]): unknown {
  const [head = '', body = '', signature = '', ...rest] = jws.split('.');
  const read = header.safeParse(parsePart(head));
  if (!read.success || rest.length > 0) return undefined;
  const key = keys.find(({ kid }) => kid === read.data.kid);
  // Several base64url texts decode to the same bytes; accepts only the canonical one.
  const bytes = Buffer.from(signature, 'base64url');
  if (key === undefined || bytes.toString('base64url') !== signature) return undefined;
  if (thumbprint(key.x) !== key.kid) return undefined;
  const isSigned = verifyBytes(null, Buffer.from(`${head}.${body}`), toKeyObject(key), bytes);
  return isSigned ? parsePart(body) : undefined;
}

function toPrivateKey(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
}

function toPublic(key: KeyObject): ReceiptKey {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint(x), alg: 'EdDSA', use: 'sig' };
}

function toKeyObject({ kty, crv, x }: ReceiptKey): KeyObject {
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
}

function thumbprint(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

function toPart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function parsePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
