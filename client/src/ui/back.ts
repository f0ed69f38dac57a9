/** Who takes the browser's Back: the dialog or page that was opened last. */
const takers: (() => void)[] = [];

/** Until the returned function is called, Back calls `take`; of several, the newest. */
export function onBack(take: () => void): () => void {
  takers.push(take);
  return () => {
    const at = takers.lastIndexOf(take);
    if (at !== -1) takers.splice(at, 1);
  };
}

/** Returns false if nobody takes it. */
export function pressBack(): boolean {
  const take = takers.at(-1);
  take?.();
  return take !== undefined;
}
