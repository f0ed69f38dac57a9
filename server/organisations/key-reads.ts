/** The last reads of our key set. Stores no address and no user agent. */
import { z } from 'zod';
import type { LtiRows } from '../../lti/engine/database-plugin.ts';

export interface KeyRead {
  /** Ms since 1970 UTC. */
  readonly at: number;
  readonly reader: 'moodle' | 'browser' | 'other';
  /** IPv4 or IPv6; null if unknown. */
  readonly family: 4 | 6 | null;
}

export interface KeyReads {
  /** Never fails, so the keys are served. Null: the set of all platforms. */
  note(platformRef: string | null, by: Pick<KeyRead, 'reader' | 'family'>): Promise<void>;
  /** By an LMS, of this set or that of all platforms. */
  find(platformRef: string): Promise<KeyRead | null>;
}

interface KeyReadDeps {
  readonly rows: Pick<LtiRows, 'find' | 'replace'>;
  readonly clock: () => number;
}

const collection = 'key-set-read';
/** Stored at most this often: the address is public. */
export const noteEveryMs = 1_000;

const Stored = z.object({
  reader: z.enum(['moodle', 'browser', 'other']),
  family: z.union([z.literal(4), z.literal(6), z.null()]),
});

export function createKeyReads({ rows, clock }: KeyReadDeps): KeyReads {
  const noted = new Map<string, number>();
  return {
    async note(platformRef, { reader, family }) {
      // A person's look says nothing about the LMS.
      if (reader === 'browser') return;
      const [key, now] = [platformRef ?? '', clock()];
      const last = noted.get(key);
      if (last !== undefined && now >= last && now - last < noteEveryMs) return;
      noted.set(key, now);
      const index = { platform: key };
      const value = JSON.stringify({ reader, family });
      try {
        await rows.replace(index, { collection, index, uniqueKey: key, value, createdAt: now, expiresAt: 0 });
      } catch {
        noted.delete(key);
      }
    },
    async find(platformRef) {
      const found = await Promise.all(
        [platformRef, ''].map((platform) => rows.find(collection, { platform }, clock())),
      );
      const reads = found.flat().map(({ createdAt, value }): KeyRead => {
        return { at: createdAt, ...Stored.parse(JSON.parse(value)) };
      });
      return reads.toSorted((one, other) => other.at - one.at)[0] ?? null;
    },
  };
}

export function toKeyReader(
  userAgent: string | undefined,
  address: string | undefined,
): Pick<KeyRead, 'reader' | 'family'> {
  return { reader: readerOf(userAgent ?? ''), family: familyOf(address ?? '') };
}

function readerOf(userAgent: string): KeyRead['reader'] {
  if (/MoodleBot/i.test(userAgent)) return 'moodle';
  return /^Mozilla\/5\.0 \((?!compatible)/.test(userAgent) ? 'browser' : 'other';
}

function familyOf(address: string): KeyRead['family'] {
  if (/^(?:::ffff:)?\d+\.\d+\.\d+\.\d+$/i.test(address)) return 4;
  return address.includes(':') ? 6 : null;
}
