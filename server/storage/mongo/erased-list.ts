/** A collection that moves, copies and restores leave as it is (ADR 52). */
import { z } from 'zod';
import type { ErasedListPort } from '../ports/erasures.ts';
import { above } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { erasedPersons } from './schemas/erasures.ts';

const pageSize = 1_000;

export function createErasedList(database: MongoDatabase): ErasedListPort {
  const rows = database.collection(erasedPersons, z.object({ hash: z.string() }));
  return {
    async add(hashes) {
      for (const hash of hashes) await rows.put({ hash });
    },
    async list() {
      const found = new Set<string>();
      for (let after = ''; ;) {
        const page = await rows.listKeys({ _id: above(after) }, { _id: 1 }, pageSize);
        for (const hash of page) found.add(hash);
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) return found;
        after = last;
      }
    },
  };
}
