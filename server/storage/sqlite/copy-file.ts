/** Leaves a checked file at its new place, or no file. */
import {
  closeSync,
  constants,
  copyFileSync,
  chmodSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { refuse } from '../refuse.ts';
import { makeFolder } from '../../base/make-folder.ts';
import { listRowFaults } from '../row-faults.ts';
import { isThere, openDatabase, type SqliteDatabase, translated } from './database.ts';
import { countRows, listFaults } from './file-state.ts';
import { checkOwner } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { createRowAccess } from './row-access.ts';

/** Tables whose row count in the copy must lie between the counts before and after copying. */
const lastingTables = [
  ...['organisations', 'studies', 'platforms', 'registrations', 'persons', 'attempts', 'entries'],
  ...['statements', 'frames', 'receipts', 'audit'],
];

/** @throws AppError storage.unavailable; `reason` taken, copy-differs, corrupt, full … */
export async function copyChecked(database: SqliteDatabase, place: string): Promise<void> {
  await placeFile(place, async (part) => {
    const before = countRows(database);
    await database.copyTo(part);
    const copied = checkCopy(part);
    const after = countRows(database);
    for (const table of lastingTables) {
      const [least = 0, most = 0] = [before[table] ?? 0, after[table] ?? 0].sort((a, b) => a - b);
      const count = copied[table] ?? 0;
      if (count < least || count > most) refuse('copy-differs', { table });
    }
  });
}

/**
 * Restores a backup, which is not changed.
 * @throws AppError storage.unavailable; `reason` taken, in-use if the backup is in use, corrupt,
 * unreadable-row, newer-version, foreign-database, not-a-database …
 */
export async function restoreSqliteFile(copy: string, place: string): Promise<void> {
  if (!isThere(copy)) refuse('absent');
  if (isFilled(`${copy}-wal`)) refuse('in-use');
  if (isFilled(`${place}-wal`)) refuse('taken');
  await placeFile(place, async (part) => {
    translated(() => {
      copyFileSync(copy, part, constants.COPYFILE_FICLONE);
    });
    chmodSync(part, 0o600);
    checkCopy(part);
    await checkRows(part);
  });
}

async function placeFile(place: string, fill: (part: string) => Promise<void>): Promise<void> {
  if (isFilled(place)) refuse('taken');
  const part = `${place}.part`;
  translated(() => {
    makeFolder(dirname(resolve(place)), 0o700);
    rmSync(part, { force: true });
    closeSync(openSync(part, 'wx', 0o600));
  });
  try {
    await fill(part);
    translated(() => {
      sync(part);
      renameSync(part, place);
      sync(dirname(resolve(place)));
    });
  } finally {
    for (const left of [part, `${part}-wal`, `${part}-shm`, `${part}-journal`]) rmSync(left, { force: true });
  }
}

function checkCopy(file: string): Record<string, number> {
  const copy = openDatabase(file);
  try {
    if (checkOwner(copy) === 0) refuse('foreign-database');
    if (listFaults(copy).length > 0) refuse('corrupt');
    // The copy is one file: a separate log could be lost.
    copy.execute('PRAGMA journal_mode = DELETE');
    return countRows(copy);
  } finally {
    copy.close();
  }
}

/** Rows of other versions cannot be checked here. */
async function checkRows(file: string): Promise<void> {
  const copy = openDatabase(file);
  try {
    if (checkOwner(copy) !== migrations.at(-1)?.version) return;
    const [fault] = await listRowFaults(createRowAccess(copy));
    if (fault !== undefined) refuse('unreadable-row', { fault });
  } finally {
    copy.close();
  }
}

export function isFilled(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}

export function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
