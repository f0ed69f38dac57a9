import { statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { refuse } from '../refuse.ts';
import { type SqliteDatabase, translated } from './database.ts';

/** A batch of actions needs less. */
const leastFreeBytes = 1024 * 1024;

/**
 * Writes the version again and waits until it is durable.
 * @throws AppError storage.unavailable; `reason` full, read-only, busy …
 */
export async function probeWrite(database: SqliteDatabase, file: string): Promise<void> {
  await database.write(() => {
    database.execute(`PRAGMA user_version = ${Number(database.getPragma('user_version'))}`);
  });
  // The log keeps its room, so a small write says nothing about a larger one.
  const { bavail, bsize } = translated(() => statfsSync(dirname(resolve(file))));
  if (bavail * bsize < leastFreeBytes) refuse('full');
}
