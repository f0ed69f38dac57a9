import { chooseDatabase } from './choose-database.ts';
import type { TransferSource, TransferTarget } from './ports/transfer.ts';
import { inspectSqliteTarget, openSqliteSource, openSqliteTarget } from './sqlite/transfer.ts';

/**
 * @throws AppError storage.unavailable; `reason` absent, at-work, older-version, newer-version, half-moved,
 * or as openStorage
 */
export function openTransferSource(url: string): Promise<TransferSource> {
  return chooseDatabase(url, openSqliteSource, async () => (await loadMongo()).openMongoSource(url));
}

/**
 * Writes nothing.
 * @throws AppError storage.unavailable; `reason` taken if it holds rows, or as openStorage
 */
export function inspectTransferTarget(url: string): Promise<'free' | 'begun'> {
  return chooseDatabase(url, inspectSqliteTarget, async () => (await loadMongo()).inspectMongoTarget(url));
}

/** Deletes what an interrupted move left. */
export function openTransferTarget(url: string): Promise<TransferTarget> {
  return chooseDatabase(url, openSqliteTarget, async () => (await loadMongo()).openMongoTarget(url));
}

const loadMongo = async () => await import('./mongo/transfer.ts');
