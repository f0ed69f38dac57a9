/** The log of an attempt as it stood when its document was read, also where others write on meanwhile. */
import type { WholeAttempt } from '../ports/transfer.ts';
import type { AttemptRow, BatchRow } from './attempt-rows.ts';
import { atLeast } from './conditions.ts';
import type { Collection } from './database.ts';

/** How many batches are read at a time. */
const chunk = 20;

type Log = Pick<WholeAttempt, 'entries' | 'statements' | 'receipt'>;

/**
 * Entries, statements and receipt up to `head`, and nothing of what came later. A batch is never changed once it is
 * written, and all before the newest have documents of their own (ADR 16): so one reading of the attempt's document says
 * what its log is, whenever the batches are read after it.
 */
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
  // The newest may have no document of its own yet.
  if (batch !== null && batch.head === head && log.at(-1)?.head !== head) log.push(batch);
  return {
    entries: log.flatMap(({ entries }) => entries),
    statements: log
      .flatMap(({ statements }) => statements)
      .sort((a, b) => a.logSeq - b.logSeq || a.part - b.part),
    // An attempt that was reopened ends once more, and the later receipt covers what the earlier did.
    receipt: log.findLast(({ receipt }) => receipt !== null)?.receipt ?? null,
  };
}
