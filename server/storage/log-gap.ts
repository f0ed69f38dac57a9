/** The first logSeq that the log lacks, or the first beyond the head; undefined if complete. */
export function findGap(head: number, entries: readonly { readonly logSeq: number }[]): number | undefined {
  const wrong = entries.find(({ logSeq }, index) => logSeq !== index + 1);
  if (wrong !== undefined) return entries.indexOf(wrong) + 1;
  return entries.length === head ? undefined : Math.min(entries.length, head) + 1;
}
