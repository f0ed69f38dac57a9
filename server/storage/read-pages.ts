/**
 * All rows, a page at a time.
 * @param next leads from the last row of a page to the place of the next page
 */
export async function* readPages<Row, Place extends object>(
  first: Place,
  list: (page: Place & { readonly limit: number }) => Promise<readonly Row[]>,
  next: (last: Row) => Place,
  limit = 100,
): AsyncGenerator<Row, void, undefined> {
  for (let place = first; ;) {
    const page = await list({ ...place, limit });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    place = next(last);
  }
}

export async function listPages<Row, Place extends object>(
  ...paging: Parameters<typeof readPages<Row, Place>>
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readPages(...paging)) rows.push(row);
  return rows;
}

type ListById<Row> = (page: { readonly limit: number; readonly after?: string }) => Promise<readonly Row[]>;

export function readById<Row extends { readonly id: string }>(
  list: ListById<Row>,
): AsyncGenerator<Row, void, undefined> {
  return readPages<Row, { after?: string }>({}, list, ({ id }) => ({ after: id }));
}

export function listAll<Row extends { readonly id: string }>(list: ListById<Row>): Promise<Row[]> {
  return listPages<Row, { after?: string }>({}, list, ({ id }) => ({ after: id }));
}

export function afterEntry({ logSeq }: { readonly logSeq: number }): { readonly fromSeq: number } {
  return { fromSeq: logSeq + 1 };
}

/** Also for deliveries of statements. */
export function afterStatement({ logSeq, part }: { readonly logSeq: number; readonly part: number }): {
  readonly fromSeq: number;
  readonly fromPart: number;
} {
  return { fromSeq: logSeq, fromPart: part + 1 };
}
