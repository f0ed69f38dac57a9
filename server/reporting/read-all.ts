const pageSize = 500;
const maxRows = 5_000;

export async function readAll<Row>(
  list: (page: { limit: number; after?: string }) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): Promise<{ readonly rows: readonly Row[]; readonly isComplete: boolean }> {
  const rows: Row[] = [];
  while (rows.length < maxRows) {
    const last = rows.at(-1);
    const page = await list({ limit: pageSize, ...(last === undefined ? {} : { after: idOf(last) }) });
    rows.push(...page);
    if (page.length < pageSize) return { rows, isComplete: true };
  }
  return { rows, isComplete: false };
}
