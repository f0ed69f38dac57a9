/** Encrypts by AES-GCM with the key that the server gives one attempt. */
import type { ClientAction } from '../../../server/contract/play.ts';

export interface JournalEntry {
  readonly epoch: number;
  readonly action: ClientAction;
  /** Hash of the state after the action; null outside a scene. */
  readonly stateHash: string | null;
}

export interface SealedEntry {
  readonly attemptId: string;
  readonly epoch: number;
  readonly actionSeq: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Without https there is no `subtle`, whatever the DOM types say. */
export type PageCrypto = Pick<Crypto, 'getRandomValues'> & { readonly subtle?: SubtleCrypto };

export class JournalSeal {
  readonly #attemptId: string;
  readonly #key: CryptoKey;
  readonly #subtle: SubtleCrypto;
  readonly #random: Pick<Crypto, 'getRandomValues'>;

  constructor(
    attemptId: string,
    key: CryptoKey,
    subtle: SubtleCrypto,
    random: Pick<Crypto, 'getRandomValues'>,
  ) {
    this.#attemptId = attemptId;
    this.#key = key;
    this.#subtle = subtle;
    this.#random = random;
  }

  async seal(entry: JournalEntry): Promise<SealedEntry> {
    const { epoch } = entry;
    const { actionSeq } = entry.action;
    const iv = this.#random.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(entry));
    const place = { attemptId: this.#attemptId, epoch, actionSeq };
    const sealed = await this.#subtle.encrypt(algorithm(iv, place), this.#key, plain);
    return { ...place, iv, sealed: new Uint8Array(sealed) };
  }

  /** Undefined if the row was not sealed for this place with this key. */
  async unseal(row: SealedEntry): Promise<JournalEntry | undefined> {
    try {
      const plain = await this.#subtle.decrypt(algorithm(row.iv, row), this.#key, row.sealed);
      // Not validated: it is authenticated, so only this client with this key can have written it.
      return JSON.parse(new TextDecoder().decode(plain)) as JournalEntry;
    } catch {
      return undefined;
    }
  }
}

/**
 * Returns null without WebCrypto (no https).
 * @param journalKey 32 bytes, base64url
 */
export async function createJournalSeal(
  attemptId: string,
  journalKey: string,
  crypto: PageCrypto,
): Promise<JournalSeal | null> {
  const { subtle } = crypto;
  if (subtle === undefined) return null;
  const bytes = Uint8Array.from(atob(journalKey.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  const key = await subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return new JournalSeal(attemptId, key, subtle, crypto);
}

/** Binds an entry to its place: it cannot be moved to another attempt or number. */
function algorithm(
  iv: Uint8Array<ArrayBuffer>,
  { attemptId, epoch, actionSeq }: Pick<SealedEntry, 'attemptId' | 'epoch' | 'actionSeq'>,
): AesGcmParams {
  const additionalData = new TextEncoder().encode(`${attemptId}|${String(epoch)}|${String(actionSeq)}`);
  return { name: 'AES-GCM', iv, additionalData };
}
