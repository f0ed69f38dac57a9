/** The first logSeq from 1 to the head that the log lacks, or the first one too many; undefined if it is complete. */
export function findGap(head: number, entries: readonly { readonly logSeq: number }[]): number | undefined {
  const wrong = entries.find(({ logSeq }, index) => logSeq !== index + 1);
  if (wrong !== undefined) return entries.indexOf(wrong) + 1;
  return entries.length === head ? undefined : Math.min(entries.length, head) + 1;
}
