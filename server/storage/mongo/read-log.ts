import type { WholeAttempt } from '../ports/transfer.ts';
import type { AttemptRow, BatchRow } from './attempt-rows.ts';
import { atLeast } from './conditions.ts';
import type { Collection } from './collection.ts';

const chunk = 20;

type Log = Pick<WholeAttempt, 'entries' | 'statements' | 'receipt'>;

/** Perhaps later than its attempt: batches never change (ADR 16). */
export async function readLog(
  batches: Collection<BatchRow>,
  { id, organisationId, head, batch }: Pick<AttemptRow, 'id' | 'organisationId' | 'head' | 'batch'>,
): Promise<Log> {
  const log: BatchRow[] = [];
  for (let from = 0; from <= head;) {
    const where = { attemptId: id, organisationId, head: atLeast(from) };
    const found = await batches.list(where, { head: 1 }, chunk);
    log.push(...found.filter((one) => one.head <= head));
    if (found.length < chunk) break;
    from = (found.at(-1)?.head ?? 0) + 1;
  }
  // The newest batch may not be there yet.
  if (batch !== null && batch.head === head && log.at(-1)?.head !== head) log.push(batch);
  return {
    entries: log.flatMap(({ entries }) => entries),
    statements: log
      .flatMap(({ statements }) => statements)
      .sort((a, b) => a.logSeq - b.logSeq || a.part - b.part),
    // A reopened attempt ends again, and the later receipt covers the earlier one.
    receipt: log.findLast(({ receipt }) => receipt !== null)?.receipt ?? null,
  };
}
