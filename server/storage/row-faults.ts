import { AppError } from '../base/errors.ts';
import { findGap } from './log-gap.ts';
import { type ReadShelf, type ReadShelves, type TransferKind, transferKinds } from './ports/transfer.ts';

const mostFaults = 10;
const pageSize = 200;

export type ReadLogs = () => AsyncIterable<{
  readonly id: string;
  readonly head: number;
  readonly entries: readonly { readonly logSeq: number }[];
}>;

/** Returns at most ten problems. */
export async function listRowFaults(
  shelves: ReadShelves,
  readLogs: ReadLogs = () => readAttempts(shelves.attempts),
): Promise<string[]> {
  const faults: string[] = [];
  for (const kind of transferKinds) {
    faults.push(...(await findFaults(kind, shelves, readLogs)));
    if (faults.length >= mostFaults) break;
  }
  return faults.slice(0, mostFaults);
}

async function findFaults(kind: TransferKind, shelves: ReadShelves, readLogs: ReadLogs): Promise<string[]> {
  const faults: string[] = [];
  try {
    if (kind !== 'attempts') {
      const rows = readRows<object>(shelves[kind]);
      while ((await rows.next()).done !== true);
      return [];
    }
    for await (const { id, head, entries } of readLogs()) {
      const gap = findGap(head, entries);
      if (gap !== undefined) faults.push(`attempts ${id}: ${gap}`);
      if (faults.length >= mostFaults) break;
    }
    return faults;
  } catch (error) {
    if (error instanceof AppError && error.params.reason === 'unreadable-row') return [...faults, kind];
    throw error;
  }
}

async function* readAttempts(shelf: ReadShelves['attempts']): ReturnType<ReadLogs> {
  for await (const { attempt, progress, entries } of readRows(shelf)) {
    yield { id: attempt.id, head: progress.head, entries };
  }
}

export async function* readRows<Row>(shelf: ReadShelf<Row>): AsyncGenerator<Row, void> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof shelf.read>> = await shelf.read(after, pageSize);
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}
