/** AES-256-GCM and HKDF-SHA256 of node:crypto, with a subkey of SECRET_KEY for each purpose. */
import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from './errors.ts';

type SealPurpose = 'person' | 'study' | 'destination' | 'consent' | 'background' | 'held-launch';

export interface Secrets {
  /** `context` names the text's place (an id): moved to another place, it can't be opened. */
  seal(purpose: SealPurpose, plaintext: string, context: string): string;
  /** @throws AppError secret.unreadable if key or place is another, or the text was changed */
  unseal(purpose: SealPurpose, sealed: string, context: string): string;
  /** A random key of 32 bytes, sealed. */
  createWrappedKey(purpose: SealPurpose, context: string): string;
  /** @throws AppError secret.unreadable */
  unwrapKey(purpose: SealPurpose, wrapped: string, context: string): Buffer;
  /** Returns the same text if it is already sealed under the current SECRET_KEY. */
  reseal(purpose: SealPurpose, sealed: string, context: string): string;
  sealWith(key: Buffer, plaintext: string, context: string): string;
  /** @throws AppError secret.unreadable */
  unsealWith(key: Buffer, sealed: string, context: string): string;
  /** 32 bytes that depend only on SECRET_KEY, `purpose` and `info`. */
  deriveKey(purpose: string, info: string): Buffer;
  /** Keys of the current, then of the previous SECRET_KEY: the first seals, all of them open. */
  keysFor(purpose: string): readonly [Buffer, ...Buffer[]];
  /** SHA-256, base64url: only for random tokens. */
  hashToken(token: string): string;
  /** HMAC-SHA256, hex: for pseudonyms. */
  keyedHash(key: Buffer, text: string): string;
}

const version = 'v1';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

interface MasterKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * @param secretKey at least 32 bytes; text counts as UTF-8
 * @param previous opens, but never seals
 * @throws RangeError if a key is shorter
 */
export function createSecrets(secretKey: string | Buffer, previous?: string | Buffer | null): Secrets {
  const current = readMasterKey(secretKey);
  const known = previous === undefined || previous === null ? [current] : [current, readMasterKey(previous)];
  const sealKey = cacheSealKeys();
  const seal = (purpose: SealPurpose, plain: Buffer, context: string): string =>
    `${version}.${current.id}.${encrypt(sealKey(current, purpose), plain, context)}`;
  const open = (purpose: SealPurpose, sealed: string, context: string): Buffer => {
    const [foundVersion, keyId, body = ''] = sealed.split('.');
    const master = known.find(({ id }) => id === keyId);
    if (foundVersion !== version || master === undefined) throw new AppError('secret.unreadable');
    return decrypt(sealKey(master, purpose), body, context);
  };
  return {
    seal: (purpose, plaintext, context) => seal(purpose, Buffer.from(plaintext), context),
    unseal: (purpose, sealed, context) => open(purpose, sealed, context).toString(),
    createWrappedKey: (purpose, context) => seal(purpose, randomBytes(keyBytes), context),
    unwrapKey: open,
    reseal: (purpose, sealed, context) =>
      sealed.startsWith(`${version}.${current.id}.`)
        ? sealed
        : seal(purpose, open(purpose, sealed, context), context),
    sealWith: (key, plaintext, context) => `${version}.${encrypt(key, Buffer.from(plaintext), context)}`,
    unsealWith: (key, sealed, context) => {
      const [foundVersion, body = ''] = sealed.split('.');
      if (foundVersion !== version) throw new AppError('secret.unreadable');
      return decrypt(key, body, context).toString();
    },
    deriveKey: (purpose, info) => subkey(current, `derive/${purpose}`, info),
    keysFor: (purpose) => [
      subkey(current, `derive/${purpose}`),
      ...known.slice(1).map((master) => subkey(master, `derive/${purpose}`)),
    ],
    hashToken: (token) => hash('sha256', token, 'base64url'),
    keyedHash: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
  };
}

function readMasterKey(secret: string | Buffer): MasterKey {
  const bytes = Buffer.from(secret);
  if (bytes.length < keyBytes) throw new RangeError(`a secret key needs at least ${keyBytes} bytes`);
  // Identifies the key without revealing it.
  const id = subkey({ bytes }, 'key-id').subarray(0, 6).toString('base64url');
  return { id, bytes };
}

/** Cached because each action needs two keys; there are at most eight. */
function cacheSealKeys(): (master: MasterKey, purpose: SealPurpose) => Buffer {
  const derived = new Map<string, Buffer>();
  return (master, purpose) => {
    const name = `${master.id}/${purpose}`;
    const key = derived.get(name) ?? subkey(master, `seal/${purpose}`);
    derived.set(name, key);
    return key;
  };
}

function subkey(master: Pick<MasterKey, 'bytes'>, purpose: string, info = ''): Buffer {
  // JSON separates ('a', 'b/c') from ('a/b', 'c').
  const label = JSON.stringify(['numplus', purpose, info]);
  return Buffer.from(hkdfSync('sha256', master.bytes, '', label, keyBytes));
}

/** base64url of IV, tag and cipher text. */
function encrypt(key: Buffer, plain: Buffer, context: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

function decrypt(key: Buffer, text: string, context: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < ivBytes + tagBytes) throw new AppError('secret.unreadable');
  const iv = bytes.subarray(0, ivBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch (error) {
    throw new AppError('secret.unreadable', {}, { cause: error });
  }
}
