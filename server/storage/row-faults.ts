import { AppError } from '../base/errors.ts';
import { findGap } from './log-gap.ts';
import { type RowReader, type RowReaderByKind, type TransferKind, transferKinds } from './ports/transfer.ts';

const mostFaults = 10;
const pageSize = 200;

export type ReadLogs = () => AsyncIterable<{
  readonly id: string;
  readonly head: number;
  readonly entries: readonly { readonly logSeq: number }[];
}>;

/** Returns at most ten problems. */
export async function listRowFaults(
  readers: RowReaderByKind,
  readLogs: ReadLogs = () => readAttempts(readers.attempts),
): Promise<string[]> {
  const faults: string[] = [];
  for (const kind of transferKinds) {
    faults.push(...(await findFaults(kind, readers, readLogs)));
    if (faults.length >= mostFaults) break;
  }
  return faults.slice(0, mostFaults);
}

async function findFaults(
  kind: TransferKind,
  readers: RowReaderByKind,
  readLogs: ReadLogs,
): Promise<string[]> {
  const faults: string[] = [];
  try {
    if (kind !== 'attempts') {
      const rows = readRows<object>(readers[kind]);
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

async function* readAttempts(reader: RowReaderByKind['attempts']): ReturnType<ReadLogs> {
  for await (const { attempt, progress, entries } of readRows(reader)) {
    yield { id: attempt.id, head: progress.head, entries };
  }
}

export async function* readRows<Row>(reader: RowReader<Row>): AsyncGenerator<Row, void> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof reader.read>> = await reader.read(after, pageSize);
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}
