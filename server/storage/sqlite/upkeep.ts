import { statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import type { DatabaseState, SealedChange, SealedKind, Upkeep } from '../ports/upkeep.ts';
import { isThere, openDatabase, type SqliteDatabase } from './database.ts';
import { createErasedList } from './erased-list.ts';
import { copyChecked } from './copy-file.ts';
import { countRows, listFaults } from './file-state.ts';
import { createAudit } from './audit.ts';
import { checkOwner } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { listRowFaults } from '../row-faults.ts';
import { answer } from './rows.ts';
import { createRowAccess } from './row-access.ts';

const knownVersion = migrations.at(-1)?.version ?? 0;

const sealedPlaces: Readonly<
  Record<SealedKind, { table: string; id: string; column: string; context: string; from: string }>
> = {
  study: { table: 'studies', id: 'id', column: 'sealedKey', context: 'id', from: '@after' },
  person: { table: 'persons', id: 'id', column: 'sealedKey', context: 'id', from: '@after' },
  destination: {
    table: 'destinations',
    id: 'id',
    column: 'sealedCredentials',
    context: 'id',
    from: '@after',
  },
  consent: { table: 'consents', id: 'id', column: 'sealed', context: 'id', from: '@after' },
  background: { table: 'backgrounds', id: 'id', column: 'sealed', context: 'id', from: '@after' },
  'held-launch': {
    table: 'heldLaunches',
    id: 'idHash',
    column: 'sealedPost',
    context: 'idHash',
    from: '@after',
  },
  'lti-row': {
    table: 'ltiRows',
    id: 'id',
    column: 'value',
    context: 'collection',
    from: 'CAST(@after AS INTEGER)',
  },
};

const sealedRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  context: z.string(),
  sealed: z.string(),
});

const idRow = z.object({ id: z.string() });

/** @throws AppError storage.unavailable; `reason` as openSqliteStorage, and absent if there is no file */
export function openSqliteUpkeep(file: string): Promise<Upkeep> {
  return answer(() => {
    if (!isThere(file)) throw new AppError('storage.unavailable', { reason: 'absent' });
    const database = openDatabase(file);
    try {
      const version = checkOwner(database);
      // No start has created the database yet.
      if (version === 0) throw new AppError('storage.unavailable', { reason: 'absent' });
      // An erased value must not remain in free pages.
      database.execute('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
      return createUpkeep(database, file, version);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function createUpkeep(database: SqliteDatabase, file: string, version: number): Upkeep {
  return {
    audit: createAudit(database),
    listOrganisationIds: () =>
      answer(() =>
        database
          .query(idRow, 'SELECT id FROM organisations ORDER BY id')
          .list({})
          .map(({ id }) => id),
      ),
    inspect: () => answer(() => inspect(database, file, version)),
    checkIntegrity: async () => {
      const faults = listFaults(database);
      // Rows of another version have another shape.
      if (faults.length > 0 || version !== knownVersion) return faults;
      return listRowFaults(createRowAccess(database));
    },
    copyTo: async (place) => {
      await copyChecked(database, place);
      const copy = await openSqliteUpkeep(place);
      try {
        return await copy.inspect();
      } finally {
        await copy.close();
      }
    },
    listSealed: (kind, { limit, after = '' }) =>
      answer(() => {
        const { table, id, column, context, from } = sealedPlaces[kind];
        const page = database.query(
          sealedRow,
          `SELECT ${id} AS id, ${context} AS context, ${column} AS sealed FROM ${table}
           WHERE ${id} > ${from} ORDER BY ${id} LIMIT @limit`,
        );
        return page.list({ after, limit });
      }),
    replaceSealed: (kind, changes) => answer(() => replaceSealed(database, kind, changes)),
    erasedList: createErasedList(file),
    close: () =>
      answer(() => {
        database.close();
      }),
  };
}

function inspect(database: SqliteDatabase, file: string, version: number): DatabaseState {
  const { size, mode } = statSync(file);
  const disk = statfsSync(dirname(resolve(file)));
  return {
    version,
    knownVersion,
    bytes: size,
    freeBytes: disk.bavail * disk.bsize,
    readableByOthers: (mode & 0o077) !== 0,
    rows: countRows(database),
    server: null,
  };
}

function replaceSealed(database: SqliteDatabase, kind: SealedKind, changes: readonly SealedChange[]): number {
  const { table, id, column } = sealedPlaces[kind];
  const replace = database.command(
    `UPDATE ${table} SET ${column} = @to WHERE ${id} = @id AND ${column} = @from`,
  );
  const count = database.atomically(() =>
    changes.reduce((sum, { id: row, from, to }) => sum + replace({ id: row, from, to }), 0),
  );
  // The file contains the old values until the log is written back.
  database.getPragma('wal_checkpoint(TRUNCATE)');
  return count;
}
