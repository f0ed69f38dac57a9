import { createHash } from 'node:crypto';

/** With the attempt's id, so that the chain fits no other attempt. */
const label = 'numplus-receipt-1';

/** link(0) = SHA-256(label "|" attempt id); link(n) = SHA-256(link(n−1) ‖ SHA-256(bytes of statement n)). */
export class DigestChain {
  #link: Buffer;
  #length = 0;

  constructor(attemptId: string) {
    this.#link = sha256(`${label}|${attemptId}`);
  }

  /** @param bytes the statement's JSON text */
  add(bytes: string): void {
    this.#link = sha256(Buffer.concat([this.#link, sha256(bytes)]));
    this.#length += 1;
  }

  get length(): number {
    return this.#length;
  }

  /** The last link, base64url. */
  get digest(): string {
    return this.#link.toString('base64url');
  }
}

function sha256(bytes: string | Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
