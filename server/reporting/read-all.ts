/** Reads a paged list to its end, or to a bound. */

/** Rows asked for at a time, and in all. */
const pageSize = 500;
const mostRows = 5_000;

/** Every row of a list, and whether that is all of it: beyond 5 000 nothing is read. */
export async function readAll<Row>(
  list: (page: { limit: number; after?: string }) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): Promise<{ readonly rows: readonly Row[]; readonly isComplete: boolean }> {
  const rows: Row[] = [];
  while (rows.length < mostRows) {
    const last = rows.at(-1);
    const page = await list({ limit: pageSize, ...(last === undefined ? {} : { after: idOf(last) }) });
    rows.push(...page);
    if (page.length < pageSize) return { rows, isComplete: true };
  }
  return { rows, isComplete: false };
}
