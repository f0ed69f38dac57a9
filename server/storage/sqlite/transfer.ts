/** A database file that is moved elsewhere, and a file that a database is moved into. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '../../errors.ts';
import { plainKindNames } from '../plain-kinds.ts';
import type { Shelves, TransferSource, TransferTarget } from '../ports/transfer.ts';
import { isFilled, sync } from './copy-file.ts';
import { openDatabase, type SqliteDatabase } from './database.ts';
import { listFaults } from './file-state.ts';
import { checkOwner, migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { answer } from './rows.ts';
import { createAttemptShelf, createDeliveryShelf, createFollowerShelf } from './transfer-attempts.ts';
import { createLtiShelf, createPlainShelf } from './transfer-rows.ts';

/**
 * Opens the file for this process alone until it is closed: nobody writes to it meanwhile.
 * @throws AppError storage.unavailable; `reason` absent, at-work where another process has it open, older-version, or
 *   one of openSqliteStorage
 */
export function openSqliteSource(file: string): Promise<TransferSource> {
  return answer(() => {
    if (!existsSync(file)) refuse('absent');
    const database = openDatabase(file);
    try {
      lock(database);
      if (checkOwner(database) !== migrations.at(-1)?.version) refuse('older-version');
      return {
        shelves: createShelves(database),
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
    // In this mode the lock of the first transaction is kept.
    database.atomically(() => undefined);
  } catch (error) {
    if (error instanceof AppError && error.params.reason === 'busy') refuse('at-work');
    throw error;
  }
}

/** Whether a database may be moved to this place: nothing is there, or what a broken-off move left. */
export function inspectSqliteTarget(file: string): Promise<'free' | 'begun'> {
  return answer(() => {
    if (isFilled(file) || isFilled(`${file}-wal`)) refuse('taken');
    return existsSync(partOf(file)) ? 'begun' : 'free';
  });
}

/** Begins a file beside the place, anew where one was begun; `finish` moves it there. */
export function openSqliteTarget(file: string): Promise<TransferTarget> {
  return answer(() => {
    const part = partOf(file);
    for (const left of [part, `${part}-journal`]) rmSync(left, { force: true });
    const database = openDatabase(part);
    // One file alone; what a power cut would halve is begun anew, and `finish` waits for the disk.
    database.execute('PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF');
    migrate(database);
    let isOpen = true;
    const close = (): void => {
      if (isOpen) database.close();
      isOpen = false;
    };
    return {
      shelves: createShelves(database),
      finish: () =>
        answer(() => {
          if (listFaults(database).length > 0) refuse('corrupt');
          close();
          sync(part);
          renameSync(part, file);
          sync(dirname(resolve(file)));
        }),
      close: () => answer(close),
    };
  });
}

function partOf(file: string): string {
  return `${file}.moving`;
}

function createShelves(database: SqliteDatabase): Shelves {
  const plain = Object.fromEntries(plainKindNames.map((kind) => [kind, createPlainShelf(database, kind)]));
  return {
    ...(plain as Pick<Shelves, (typeof plainKindNames)[number]>),
    ltiRows: createLtiShelf(database),
    attempts: createAttemptShelf(database),
    followers: createFollowerShelf(database),
    deliveries: createDeliveryShelf(database),
  };
}

function refuse(reason: string): never {
  throw new AppError('storage.unavailable', { reason });
}
