/** A gap or a row of another attempt is a programming error that would silently corrupt the log. */
import type { Append } from './ports/attempts.ts';

/**
 * @throws RangeError if entries have gaps, the head is not the last entry's, or a row belongs to another
 * attempt or batch
 */
export function checkAppend(append: Append): void {
  const { organisationId, attemptId, expectedHead, entries, statements, gradeIntents, progress } = append;
  const last = expectedHead + entries.length;
  const gapFree = entries.every((stored, index) => stored.logSeq === expectedHead + 1 + index);
  if (entries.length === 0 || !gapFree || progress.head !== last) {
    throw new RangeError(`append to ${attemptId}: entries must run from ${expectedHead + 1} to the head`);
  }
  for (const row of [...statements, ...gradeIntents]) {
    if (row.organisationId !== organisationId || row.attemptId !== attemptId) {
      throw new RangeError(`append to ${attemptId}: a row belongs to another attempt`);
    }
  }
  if (statements.some(({ logSeq }) => logSeq <= expectedHead || logSeq > last)) {
    throw new RangeError(`append to ${attemptId}: a statement belongs to another batch`);
  }
}
