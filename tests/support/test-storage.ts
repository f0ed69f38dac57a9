/** A real SQLite file in a folder of its own, gone after the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LtiRow, LtiRows } from '../../lti/database-plugin.ts';
import { openDatabase } from '../../server/storage/sqlite/database.ts';
import { createLaunches, createLoginStates } from '../../server/storage/sqlite/launches.ts';
import { migrate } from '../../server/storage/sqlite/migrate.ts';
import { createOrganisations, createStudies } from '../../server/storage/sqlite/organisations.ts';
import { createPersons, createResourceLinks } from '../../server/storage/sqlite/persons.ts';
import { createPlatforms } from '../../server/storage/sqlite/platforms.ts';
import { createSessions } from '../../server/storage/sqlite/sessions.ts';
import type { Storage } from '../../server/storage/ports.ts';

export type LaunchStorage = Pick<
  Storage,
  | 'organisations'
  | 'studies'
  | 'platforms'
  | 'persons'
  | 'resourceLinks'
  | 'loginStates'
  | 'launches'
  | 'sessions'
  | 'ltiRows'
>;

export async function openTestStorage(): Promise<{ storage: LaunchStorage; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-lti-'));
  const database = openDatabase(join(folder, 'test.db'));
  migrate(database);
  const storage: LaunchStorage = {
    organisations: createOrganisations(database),
    studies: createStudies(database),
    platforms: createPlatforms(database),
    persons: createPersons(database),
    resourceLinks: createResourceLinks(database),
    loginStates: createLoginStates(database),
    launches: createLaunches(database),
    sessions: createSessions(database),
    ltiRows: createMemoryRows(),
  };
  return Promise.resolve({
    storage,
    close: () => {
      database.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
}

export function createMemoryRows(): LtiRows & { readonly rows: LtiRow[] } {
  const rows: LtiRow[] = [];
  const matches = (row: LtiRow, collection: string, query: Readonly<Record<string, string>>): boolean =>
    row.collection === collection &&
    Object.entries(query).every(([field, value]) => row.index[field] === value);
  const removeWhere = (test: (row: LtiRow) => boolean): void => {
    for (let at = rows.length - 1; at >= 0; at -= 1) {
      const row = rows[at];
      if (row !== undefined && test(row)) rows.splice(at, 1);
    }
  };
  return {
    rows,
    find: (collection, query, now) =>
      Promise.resolve(
        rows.filter((row) => matches(row, collection, query) && (row.expiresAt === 0 || row.expiresAt > now)),
      ),
    insert(row) {
      const taken = rows.some(
        ({ collection, uniqueKey }) =>
          collection === row.collection && uniqueKey !== '' && uniqueKey === row.uniqueKey,
      );
      if (taken)
        return Promise.reject(Object.assign(new Error('storage.duplicate'), { code: 'storage.duplicate' }));
      rows.push(row);
      return Promise.resolve();
    },
    replace(query, row) {
      removeWhere((kept) => matches(kept, row.collection, query));
      rows.push(row);
      return Promise.resolve();
    },
    remove(collection, query) {
      removeWhere((row) => matches(row, collection, query));
      return Promise.resolve();
    },
    deleteExpired: () => Promise.resolve(0),
  };
}
