import { z } from 'zod';
import { refuse } from '../refuse.ts';
import type { LiveSource } from '../ports/transfer.ts';
import type { DatabaseState, Upkeep } from '../ports/upkeep.ts';
import { listAll } from '../read-pages.ts';
import { createAudit } from './audit.ts';
import { createErasedList } from './erased-list.ts';
import { openLiveSource } from './live-source.ts';
import { openDatabase, type MongoDatabase } from './database.ts';
import { listFaults } from './faults.ts';
import { createOrganisations } from './organisations.ts';
import { key, transferOwner, openSchema, owner } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { createSealedRows } from './sealed-rows.ts';
import { readServerState } from './server-state.ts';
import { listOthers } from './list-others.ts';

export type WriteCopy = (source: LiveSource, place: string) => Promise<DatabaseState>;

const databaseStats = z.object({ storageSize: z.number(), indexSize: z.number() });

const knownVersion = migrations.at(-1)?.version ?? 0;

/**
 * @throws AppError storage.unavailable; `reason` absent if nothing is stored, half-moved, foreign-database,
 * newer-version (with `found` and `known`), or as openDatabase
 */
export async function openMongoUpkeep(url: string, writeCopy: WriteCopy): Promise<Upkeep> {
  const database = await openDatabase(url);
  try {
    const version = await readVersion(database);
    return createUpkeep(database, version, writeCopy);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function readVersion(database: MongoDatabase): Promise<number> {
  const schema = await openSchema(database).find({ _id: key });
  if (schema === undefined) {
    return refuse((await listOthers(database)).length === 0 ? 'absent' : 'foreign-database');
  }
  if (schema.owner === transferOwner) refuse('half-moved');
  if (schema.owner !== owner) refuse('foreign-database');
  const { version } = schema;
  if (version > knownVersion) refuse('newer-version', { found: version, known: knownVersion });
  return version;
}

function createUpkeep(database: MongoDatabase, version: number, writeCopy: WriteCopy): Upkeep {
  const ofThisVersion = (): void => {
    if (version !== knownVersion) refuse('older-version');
  };
  const organisations = createOrganisations(database);
  return {
    audit: createAudit(database),
    listOrganisationIds: async () => (await listAll((page) => organisations.list(page))).map(({ id }) => id),
    inspect: () => inspect(database, version),
    // Rows of another version have a shape that only that version knows.
    checkIntegrity: async () => (version === knownVersion ? listFaults(database) : []),
    copyTo: async (place) => {
      ofThisVersion();
      return writeCopy(openLiveSource(database), place);
    },
    ...createSealedRows(database),
    erasedList: createErasedList(database),
    close: () => database.close(),
  };
}

async function inspect(database: MongoDatabase, version: number): Promise<DatabaseState> {
  const { storageSize, indexSize } = databaseStats.parse(await database.ask({ dbStats: 1 }));
  const rows: Record<string, number> = {};
  for (const name of await listOthers(database)) rows[name] = await database.count(name);
  return {
    version,
    knownVersion,
    rows,
    bytes: storageSize + indexSize,
    freeBytes: null,
    readableByOthers: null,
    server: await readServerState(database, Date.now),
  };
}
