import type { NewVoiding, Voiding, VoidingCount, VoidingsPort } from '../ports/voidings.ts';
import { voidingRow } from '../shapes/erasures.ts';
import { atMost, oneOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { openTexts } from './key-rows.ts';
import { keyOf } from './schemas/define-collection.ts';
import { voidings } from './schemas/erasures.ts';

export function openVoidings(database: MongoDatabase): Collection<Voiding> {
  return database.collection<Voiding>(voidings, voidingRow);
}

const keyOfVoiding = (voiding: Pick<Voiding, 'id' | 'destinationId'>): string => keyOf(voidings, voiding);

/** Leaves those that exist as they are. */
export async function addVoidings(rows: Collection<Voiding>, added: readonly NewVoiding[]): Promise<void> {
  if (added.length === 0) return;
  const keys = added.map(keyOfVoiding);
  const known = new Set(await rows.listKeys({ _id: oneOf(keys) }, { _id: 1 }, keys.length));
  const fresh = { state: 'pending', tries: 0, lastError: '', holder: null, leasedUntil: 0 } as const;
  let missing = added
    .filter((voiding) => !known.has(keyOfVoiding(voiding)))
    .map((voiding) => ({ ...fresh, ...voiding }));
  // One that another process has just added ends the insert.
  while (missing.length > 0) missing = missing.slice((await rows.insertUntilDuplicate(missing)) + 1);
}

/** More than an organisation has. */
const mostStores = 1_000;
const mostAtOnce = 10_000;

export function createVoidings(database: MongoDatabase): VoidingsPort {
  const rows = openVoidings(database);
  const stores = openTexts(database, 'destinations');
  return {
    add: (added) => addVoidings(rows, added),
    async lease({ organisationId, destinationId, holder, now, until, limit }) {
      const free = { state: 'pending', nextAt: atMost(now), leasedUntil: atMost(now) };
      const due = await rows.list({ destinationId, organisationId, ...free }, { nextAt: 1, _id: 1 }, limit);
      const leased: Voiding[] = [];
      for (const voiding of due) {
        const where = { _id: keyOfVoiding(voiding), ...free };
        const taken = await rows.changeOne(where, { $set: { holder, leasedUntil: until } });
        if (taken !== undefined) leased.push(taken);
      }
      return leased;
    },
    async settle(destinationId, holder, results) {
      await rows.changeEach(
        results.map(({ id, state, nextAt, lastError, tried }) => ({
          where: { _id: keyOfVoiding({ id, destinationId }), holder, state: 'pending' },
          change: {
            $set: {
              state,
              nextAt,
              lastError,
              holder: null,
              leasedUntil: 0,
              ...(state === 'sent' ? { bytes: '' } : {}),
            },
            $inc: { tries: Number(tried) },
          },
        })),
      );
    },
    async count(organisationId, erasureId) {
      const found = await stores.listKeys({ organisationId }, { _id: 1 }, mostStores);
      const counts: VoidingCount[] = [];
      for (const destinationId of found) {
        for (const state of voidingRow.shape.state.options) {
          const count = await rows.count({ erasureId, destinationId, state, organisationId });
          if (count > 0) counts.push({ destinationId, state, count });
        }
      }
      return counts;
    },
    async retry(organisationId, erasureId) {
      const where = { erasureId, organisationId, state: 'refused' };
      const keys = await rows.listKeys(where, { _id: 1 }, mostAtOnce);
      if (keys.length === 0) return 0;
      return rows.change({ _id: oneOf(keys), state: 'refused' }, { $set: { state: 'pending', nextAt: 0 } });
    },
  };
}
