import { listRowFaults, readRows } from '../row-faults.ts';
import { openAttempts, openBatches } from './attempt-rows.ts';
import type { MongoDatabase } from './database.ts';
import { readLog } from './read-log.ts';
import { createRowAccess } from './row-access.ts';
import { readByKey } from './transfer-rows.ts';

export function listFaults(database: MongoDatabase): Promise<string[]> {
  return listRowFaults(createRowAccess(database), () => readLogs(database));
}

/** Includes attempts whose newest batch is not in `batches` yet, which row access refuses. */
async function* readLogs(database: MongoDatabase) {
  const [attempts, batches] = [openAttempts(database), openBatches(database)];
  const read = (after: string | null, limit: number) => readByKey(attempts, ({ id }) => id, after, limit);
  for await (const row of readRows({ read })) {
    const { entries } = await readLog(batches, row);
    yield { id: row.id, head: row.head, entries };
  }
}
