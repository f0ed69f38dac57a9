import { AppError } from '../base/errors.ts';
import {
  type RowReader,
  type RowReaderByKind,
  type RowAccess,
  type RowAccessByKind,
  type TransferKind,
  transferKinds,
  type TransferRows,
  type WholeAttempt,
  type TransferTarget,
} from '../storage/ports/transfer.ts';
import { createTally, type Tally } from './tally.ts';

export type Stage = 'counting' | 'moving' | 'comparing' | 'reading-from' | 'reading-to';

export type Progress = (kind: TransferKind, rows: number) => void;

const pageSize = 200;
/** Attempts per page; few, because logs are large. */
const attemptPageSize = 20;

/**
 * @param noteBefore called once both are the same, before the target can be used
 * @throws AppError storage.unavailable; `reason` moved-differs with `kinds`
 */
export async function moveStore(
  from: RowReaderByKind,
  to: TransferTarget,
  progress: (stage: Stage) => Progress,
  noteBefore: () => Promise<void> = () => Promise.resolve(),
): Promise<Tally[]> {
  await copyStore(from, to.rows, progress('moving'));
  const before = await tallyStore(from, progress('reading-from'));
  const after = await tallyStore(to.rows, progress('reading-to'));
  const different = listDifferences(before, after);
  if (different.length > 0) {
    throw new AppError('storage.unavailable', { reason: 'moved-differs', kinds: different.join(', ') });
  }
  await noteBefore();
  await to.finish();
  return after;
}

export async function copyStore(
  from: RowReaderByKind,
  to: RowAccessByKind,
  progress: Progress,
): Promise<void> {
  for (const kind of transferKinds) await copyKind(kind, from, to[kind], progress);
}

async function copyKind<Kind extends TransferKind>(
  kind: Kind,
  from: RowReaderByKind,
  target: RowAccess<TransferRows[Kind]>,
  progress: Progress,
): Promise<void> {
  await eachPage(kind, from, progress, (rows) => target.write(rows));
  await target.complete?.();
}

export async function tallyStore(readers: RowReaderByKind, progress: Progress): Promise<Tally[]> {
  const tallies = new Map<string, ReturnType<typeof createTally>>();
  const add = (kind: string, row: unknown): void => {
    tallies.get(kind)?.add(row);
  };
  for (const kind of transferKinds) {
    for (const name of kind === 'attempts' ? attemptParts : [kind]) tallies.set(name, createTally());
    if (kind !== 'attempts') {
      await eachPage(kind, readers, progress, (rows) => {
        for (const row of rows) add(kind, row);
      });
      continue;
    }
    await eachPage(kind, readers, progress, (rows) => {
      for (const row of rows) addAttempt(row, add);
    });
  }
  return [...tallies].map(([kind, tally]) => ({ kind, ...tally.read() }));
}

const attemptParts = ['attempts', 'entries', 'statements', 'receipts'] as const;

function addAttempt(
  { attempt, progress, entries, statements, receipt }: WholeAttempt,
  add: (kind: (typeof attemptParts)[number], row: unknown) => void,
): void {
  add('attempts', { attempt, progress });
  for (const entry of entries) add('entries', { attemptId: attempt.id, ...entry });
  for (const statement of statements) add('statements', statement);
  if (receipt !== null) add('receipts', { attemptId: attempt.id, receipt });
}

export async function eachPage<Kind extends TransferKind>(
  kind: Kind,
  readers: RowReaderByKind,
  progress: Progress,
  handle: (rows: readonly TransferRows[Kind][]) => Promise<void> | void,
): Promise<void> {
  const reader: RowReader<TransferRows[Kind]> = readers[kind];
  let after: string | null = null;
  let count = 0;
  do {
    const page: Awaited<ReturnType<typeof reader.read>> = await reader.read(
      after,
      kind === 'attempts' ? attemptPageSize : pageSize,
    );
    if (page.rows.length > 0) await handle(page.rows);
    count += page.rows.length;
    progress(kind, count);
    after = page.next;
  } while (after !== null);
}

export function listDifferences(one: readonly Tally[], other: readonly Tally[]): string[] {
  return one
    .filter(({ kind, rows, digest }) => {
      const same = other.find((tally) => tally.kind === kind);
      return same?.rows !== rows || same.digest !== digest;
    })
    .map(({ kind }) => kind);
}
