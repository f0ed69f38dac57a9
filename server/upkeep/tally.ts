/** Counts rows and sums their digests, in constant memory. */
import { createHash } from 'node:crypto';

export interface Tally {
  readonly kind: string;
  readonly rows: number;
  /** Hexadecimal SHA-256, independent of order. */
  readonly digest: string;
}

export type Digest = Omit<Tally, 'kind'>;

interface Counter {
  add(row: unknown): void;
  read(): Digest;
}

const modulus = 2n ** 256n;

/** Digests are added, because two databases return rows in different orders. */
export function createTally(): Counter {
  let rows = 0;
  let sum = 0n;
  return {
    add: (row) => {
      rows += 1;
      sum = (sum + BigInt(`0x${sha256(canonicalJson(row))}`)) % modulus;
    },
    read: () => ({ rows, digest: sha256(`${rows} ${sum.toString(16)}`) }),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with sorted keys: equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
