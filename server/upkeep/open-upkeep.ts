/** Never creates or migrates a database. */
import { AppError } from '../base/errors.ts';
import { copyLive } from './copy-live.ts';
import { type Stage, moveStore, type Progress } from './migrate-store.ts';
import { chooseDatabase } from '../storage/choose-database.ts';
import { inspectTransferTarget, openTransferTarget } from '../storage/open-transfer.ts';
import type { LiveSource } from '../storage/ports/transfer.ts';
import type { DatabaseState, Upkeep } from '../storage/ports/upkeep.ts';
import { restoreSqliteFile } from '../storage/sqlite/copy-file.ts';
import { openSqliteBackup, openSqliteCopy } from '../storage/sqlite/transfer.ts';
import { openSqliteUpkeep } from '../storage/sqlite/upkeep.ts';

type ReportStage = (stage: Stage) => Progress;

const noReport: ReportStage = () => () => undefined;

/**
 * @throws AppError storage.unavailable; `reason` is absent if there is no database, else as for openStorage
 */
export function openUpkeep(databaseUrl: string, progress: ReportStage = noReport): Promise<Upkeep> {
  return chooseDatabase(databaseUrl, openSqliteUpkeep, async () =>
    (await import('../storage/mongo/upkeep.ts')).openMongoUpkeep(databaseUrl, (source, file) =>
      writeCopy(source, file, progress),
    ),
  );
}

/** A copy is always an SQLite file; it can be restored to either database. */
async function writeCopy(source: LiveSource, file: string, progress: ReportStage): Promise<DatabaseState> {
  const target = await openSqliteCopy(file);
  try {
    await copyLive(source, target, progress);
    await target.finish();
  } finally {
    await target.close();
  }
  return inspectFile(file);
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
  /** Deletes what an interrupted restore left. Otherwise the restore is refused. */
  readonly restart: boolean;
  readonly progress: ReportStage;
}

/**
 * @throws AppError storage.unavailable; `reason` taken (a database exists), half-moved (interrupted, without
 * `restart`), absent (no copy), corrupt …
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
      const tallies = await moveStore(source.rows, target, progress);
      return Object.fromEntries(tallies.map(({ kind, rows }) => [kind, rows]));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
