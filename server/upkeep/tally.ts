/** Counts rows and sums up their digests, so that two databases can be compared without holding either. */
import { createHash } from 'node:crypto';

/** How many rows of a kind a database holds, and a digest of them all. */
export interface Tally {
  readonly kind: string;
  readonly rows: number;
  /** Hexadecimal SHA-256, the same whatever the order in which the rows were read. */
  readonly digest: string;
}

export type Digest = Omit<Tally, 'kind'>;

interface Counter {
  add(row: unknown): void;
  read(): Digest;
}

const modulus = 2n ** 256n;

/** The digests of the rows are added up: the two databases read in different orders. */
export function createTally(): Counter {
  let rows = 0;
  let sum = 0n;
  return {
    add: (row) => {
      rows += 1;
      sum = (sum + BigInt(`0x${sha256(spell(row))}`)) % modulus;
    },
    read: () => ({ rows, digest: sha256(`${rows} ${sum.toString(16)}`) }),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with the names of each object in one order. */
export function spell(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
