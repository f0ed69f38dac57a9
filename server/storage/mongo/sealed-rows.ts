import { z } from 'zod';
import type { SealedChange, SealedKind, Upkeep } from '../ports/upkeep.ts';
import { above } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { collections } from './schemas/collections.ts';
import type { CollectionSchema } from './schemas/define-collection.ts';

interface SealedPlace {
  readonly collection: CollectionSchema;
  readonly field: string;
  /** Field that the value is bound to; default: the id. */
  readonly context?: string;
}

const sealedPlaces: Readonly<Record<SealedKind, SealedPlace>> = {
  study: { collection: collections.studies, field: 'sealedKey' },
  consent: { collection: collections.consents, field: 'sealed' },
  background: { collection: collections.backgrounds, field: 'sealed' },
  person: { collection: collections.persons, field: 'sealedKey' },
  destination: { collection: collections.destinations, field: 'sealedCredentials' },
  'held-launch': { collection: collections.heldLaunches, field: 'sealedPost' },
  'lti-row': { collection: collections.ltiRows, field: 'value', context: 'collection' },
};

type SealedRow = Readonly<Record<string, string>>;

export function createSealedRows(database: MongoDatabase): Pick<Upkeep, 'listSealed' | 'replaceSealed'> {
  return {
    async listSealed(kind, { limit, after }) {
      const { field, context = '_id' } = sealedPlaces[kind];
      const where = after === undefined ? {} : { _id: above(after) };
      const found = await openSealed(database, kind).list(where, { _id: 1 }, limit);
      return found.map((row) => ({
        id: read(row, '_id'),
        context: read(row, context),
        sealed: read(row, field),
      }));
    },
    replaceSealed(kind, changes) {
      return openSealed(database, kind).changeEach(
        changes.map((change) => toChange(sealedPlaces[kind], change)),
      );
    },
  };
}

/** Opens only the sealed field, so that others stay unchanged. */
function openSealed(database: MongoDatabase, kind: SealedKind): Collection<SealedRow> {
  const { collection, field, context } = sealedPlaces[kind];
  const names = ['_id', field, ...(context === undefined ? [] : [context])];
  const row = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  return database.collection<SealedRow>(collection, row);
}

function toChange(
  { field }: SealedPlace,
  { id, from, to }: SealedChange,
): Parameters<Collection<SealedRow>['changeEach']>[0][number] {
  return { where: { _id: id, [field]: from }, change: { $set: { [field]: to } } };
}

function read(row: SealedRow, name: string): string {
  return row[name] ?? '';
}
