/** Opens a database for an operator's commands by its address: as it is, or not at all. */
import { AppError } from '../base/errors.ts';
import { copyAtWork } from './copy-at-work.ts';
import { type Doing, moveStore, type Progress } from './migrate-store.ts';
import { chooseDatabase } from '../storage/choose-database.ts';
import { inspectTransferTarget, openTransferTarget } from '../storage/open-transfer.ts';
import type { WorkingSource } from '../storage/ports/transfer.ts';
import type { DatabaseState, Upkeep } from '../storage/ports/upkeep.ts';
import { restoreSqliteFile } from '../storage/sqlite/copy-file.ts';
import { openSqliteBackup, openSqliteCopy } from '../storage/sqlite/transfer.ts';
import { openSqliteUpkeep } from '../storage/sqlite/upkeep.ts';

type TellDoing = (doing: Doing) => Progress;

const quiet: TellDoing = () => () => undefined;

/**
 * @param progress told of what a copy is at, where it is made row by row
 * @throws AppError storage.unavailable; `reason` absent where there is no database yet, else as openStorage
 */
export function openUpkeep(databaseUrl: string, progress: TellDoing = quiet): Promise<Upkeep> {
  return chooseDatabase(databaseUrl, openSqliteUpkeep, async () =>
    // Loaded only where it is used, as in open-storage.ts.
    (await import('../storage/mongo/upkeep.ts')).openMongoUpkeep(databaseUrl, (source, place) =>
      writeCopy(source, place, progress),
    ),
  );
}

/** A copy is a SQLite file, whatever it is made of: one kind of backup, which restores to either. */
async function writeCopy(source: WorkingSource, place: string, progress: TellDoing): Promise<DatabaseState> {
  const target = await openSqliteCopy(place);
  try {
    await copyAtWork(source, target, progress);
    await target.finish();
  } finally {
    await target.close();
  }
  return inspectFile(place);
}

async function inspectFile(file: string): Promise<DatabaseState> {
  const upkeep = await openSqliteUpkeep(file);
  try {
    return await upkeep.inspect();
  } finally {
    await upkeep.close();
  }
}

interface RestoreOptions {
  /** Whether what an earlier restore left half there is taken away; else it is refused. */
  readonly restart: boolean;
  readonly progress: TellDoing;
}

/**
 * Puts a copy that `copyTo` made where no database is; answers how many rows of each kind are there now.
 * @throws AppError storage.unavailable; `reason` taken where one is there, half-moved where a restore was broken off and
 *   not `restart`, absent where the copy is not, corrupt …
 */
export function restoreDatabase(
  databaseUrl: string,
  copy: string,
  options: RestoreOptions,
): Promise<Readonly<Record<string, number>>> {
  return chooseDatabase(
    databaseUrl,
    async (file) => {
      await restoreSqliteFile(copy, file);
      return (await inspectFile(file)).rows;
    },
    () => restoreIntoServer(databaseUrl, copy, options),
  );
}

async function restoreIntoServer(
  databaseUrl: string,
  copy: string,
  { restart, progress }: RestoreOptions,
): Promise<Record<string, number>> {
  const source = await openSqliteBackup(copy);
  try {
    const state = await inspectTransferTarget(databaseUrl);
    if (state === 'begun' && !restart) throw new AppError('storage.unavailable', { reason: 'half-moved' });
    const target = await openTransferTarget(databaseUrl);
    try {
      const tallies = await moveStore(source.shelves, target, progress);
      return Object.fromEntries(tallies.map(({ kind, rows }) => [kind, rows]));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
