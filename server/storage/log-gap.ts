/** Whether a log is whole. */
import type { WholeAttempt } from './ports/transfer.ts';

/** The first logSeq between 1 and the head that the log lacks, or one too many; undefined where it is whole. */
export function findGap(head: number, entries: WholeAttempt['entries']): number | undefined {
  const wrong = entries.find(({ logSeq }, index) => logSeq !== index + 1);
  if (wrong !== undefined) return entries.indexOf(wrong) + 1;
  return entries.length === head ? undefined : Math.min(entries.length, head) + 1;
}
