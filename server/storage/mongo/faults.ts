/** What is wrong with the rows of a MongoDB database: reads every one, and writes nothing. */
import { AppError } from '../../base/errors.ts';
import { findGap } from '../log-gap.ts';
import { transferKinds } from '../ports/transfer.ts';
import { type AttemptRow, openAttempts, openBatches } from './attempt-rows.ts';
import type { MongoDatabase } from './database.ts';
import { readLog } from './read-log.ts';
import { createShelves } from './shelves.ts';
import { readByKey } from './transfer-rows.ts';

/** Above this a list of faults tells nothing more. */
const mostFaults = 10;
const pageSize = 200;

/** A line for each kind with a row that cannot be read, and for each attempt whose log is not whole; at most ten. */
export async function listFaults(database: MongoDatabase): Promise<string[]> {
  const shelves = createShelves(database);
  const faults: string[] = [];
  for (const kind of transferKinds) {
    const found =
      kind === 'attempts'
        ? await findUnreadable(kind, () => listLogFaults(database))
        : await findUnreadable(kind, () => readAll<object>((after) => shelves[kind].read(after, pageSize)));
    faults.push(...found);
  }
  return faults.slice(0, mostFaults);
}

/** What `work` finds, or the kind where a row of it is not as it must be. */
async function findUnreadable(kind: string, work: () => Promise<string[]>): Promise<string[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.params.reason === 'unreadable-row') return [kind];
    throw error;
  }
}

type ReadPage<Row> = (after: string | null) => Promise<{
  readonly rows: readonly Row[];
  readonly next: string | null;
}>;

async function readAll<Row>(
  read: ReadPage<Row>,
  look: (row: Row) => Promise<string[]> = () => Promise.resolve([]),
): Promise<string[]> {
  const faults: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof read>> = await read(after);
    for (const row of page.rows) faults.push(...(await look(row)));
    after = faults.length < mostFaults ? page.next : null;
  } while (after !== null);
  return faults;
}

function listLogFaults(database: MongoDatabase): Promise<string[]> {
  const [attempts, batches] = [openAttempts(database), openBatches(database)];
  return readAll<AttemptRow>(
    (after) => readByKey(attempts, ({ id }) => id, after, pageSize),
    async (row) => {
      const gap = findGap(row.head, (await readLog(batches, row)).entries);
      return gap === undefined ? [] : [`attempts ${row.id}: ${gap}`];
    },
  );
}
