import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { refuse } from '../refuse.ts';
import type { CopyTarget, RowAccessByKind, TransferSource, TransferTarget } from '../ports/transfer.ts';
import { createErasedList } from './erased-list.ts';
import { isFilled, restoreSqliteFile, sync } from './copy-file.ts';
import { isThere, openDatabase, type SqliteDatabase, translated } from './database.ts';
import { listFaults } from './file-state.ts';
import { checkOwner, migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { answer } from './rows.ts';
import { createRowAccess } from './row-access.ts';

/**
 * Locks the file until closed.
 * @throws AppError storage.unavailable; `reason` absent, at-work if another process has it open,
 * older-version, or as openSqliteStorage
 */
export function openSqliteSource(file: string): Promise<TransferSource> {
  return answer(() => {
    if (!isThere(file)) refuse('absent');
    const database = openDatabase(file);
    try {
      lock(database);
      if (checkOwner(database) !== migrations.at(-1)?.version) refuse('older-version');
      return {
        rows: createRowAccess(database),
        erasedList: createErasedList(file),
        close: () =>
          answer(() => {
            database.close();
          }),
      };
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function lock(database: SqliteDatabase): void {
  try {
    database.execute('PRAGMA locking_mode = EXCLUSIVE');
    // In exclusive mode the lock of the first transaction is held until closed.
    database.atomically(() => undefined);
  } catch (error) {
    if (error instanceof AppError && error.params.reason === 'busy') refuse('at-work');
    throw error;
  }
}

/**
 * Migrates a temporary copy, which `close` deletes; the backup does not change.
 * @throws AppError storage.unavailable; `reason` as restoreSqliteFile
 */
export async function openSqliteBackup(backup: string): Promise<TransferSource> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-restore-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const file = join(folder, 'backup.db');
    await restoreSqliteFile(backup, file);
    const database = openDatabase(file);
    migrate(database);
    return {
      rows: createRowAccess(database),
      erasedList: createErasedList(backup),
      close: () =>
        answer(() => {
          database.close();
          remove();
        }),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Returns `begun` if an interrupted move left something. */
export function inspectSqliteTarget(file: string): Promise<'free' | 'begun'> {
  return answer(() => {
    if (isFilled(file) || isFilled(`${file}-wal`)) refuse('taken');
    return existsSync(partOf(file)) ? 'begun' : 'free';
  });
}

/** `finish` moves the new file to its place. */
export function openSqliteTarget(file: string): Promise<TransferTarget> {
  return answer(() => begin(file, partOf(file)).target);
}

/**
 * The file is readable by its owner only; `close` deletes it if unfinished.
 * @throws AppError storage.unavailable; `reason` taken if something is there, or as openSqliteStorage
 */
export function openSqliteCopy(file: string): Promise<CopyTarget> {
  return answer(() => {
    if (isFilled(file) || isFilled(`${file}-wal`)) refuse('taken');
    const part = `${file}.part`;
    const { database, target } = begin(file, part);
    return {
      ...target,
      ...createRewriter(database, target.rows),
      close: async () => {
        await target.close();
        for (const left of [part, `${part}-journal`]) rmSync(left, { force: true });
      },
    };
  });
}

function begin(file: string, part: string): { database: SqliteDatabase; target: TransferTarget } {
  translated(() => {
    for (const left of [part, `${part}-journal`]) rmSync(left, { force: true });
  });
  const database = openDatabase(part);
  // The copy is one file. It is begun again if interrupted, and `finish` waits for the disk.
  database.execute('PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON');
  migrate(database);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) database.close();
    isOpen = false;
  };
  const finish = (): void => {
    if (listFaults(database).length > 0) refuse('corrupt');
    close();
    sync(part);
    renameSync(part, file);
    sync(dirname(resolve(file)));
  };
  const target = {
    rows: createRowAccess(database),
    erasedList: createErasedList(file),
    finish: () => answer(finish),
    close: () => answer(close),
  };
  return { database, target };
}

const headRow = z.object({ id: z.string(), head: z.number() });

function createRewriter(
  database: SqliteDatabase,
  { attempts }: RowAccessByKind,
): Pick<CopyTarget, 'findHeads' | 'replaceAttempt' | 'clear'> {
  const heads = database.query(
    headRow,
    'SELECT id, head FROM attempts WHERE id IN (SELECT value FROM json_each(@ids))',
  );
  // Also deletes the attempt's log (ON DELETE CASCADE).
  const remove = database.command('DELETE FROM attempts WHERE id = @id');
  return {
    findHeads: (ids) =>
      answer(() => new Map(heads.list({ ids: JSON.stringify(ids) }).map(({ id, head }) => [id, head]))),
    replaceAttempt: async (row) => {
      await answer(() => remove({ id: row.attempt.id }));
      await attempts.write([row]);
    },
    clear: (kind) =>
      answer(() => {
        database.execute(`DELETE FROM ${kind}`);
      }),
  };
}

function partOf(file: string): string {
  return `${file}.moving`;
}
