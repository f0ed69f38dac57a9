import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { PersonRowKind } from '../storage/ports/person-rows.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { PlainRow } from '../storage/ports/transfer.ts';
import { listPages } from '../storage/read-pages.ts';
import type { Owner } from './person-copy.ts';

type RowsOf = Pick<Storage, 'personRows'>;

const pageSize = 200;

export async function readRows(
  { personRows }: RowsOf,
  kind: PersonRowKind,
  owner: Owner,
): Promise<PlainRow[]> {
  const found: PlainRow[] = [];
  let after: string | null = null;
  do {
    const place: { limit: number; after?: string } = {
      limit: pageSize,
      ...(after === null ? {} : { after }),
    };
    const { rows, next } = await personRows.list(kind, owner, place);
    found.push(...rows);
    after = next;
  } while (after !== null);
  return found;
}

/** Practice too, oldest first. */
export async function readAttempts({ personRows }: RowsOf, owner: Owner): Promise<AttemptWithProgress[]> {
  const found = await listPages<AttemptWithProgress, { after?: string }>(
    {},
    (page) => personRows.listAttempts(owner, page),
    ({ attempt }) => ({ after: attempt.id }),
    pageSize,
  );
  return found.sort((one, other) => one.attempt.createdAt - other.attempt.createdAt);
}

/** The owner is named once, above. */
export function withoutOwner(row: PlainRow): PlainRow {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name !== 'organisationId' && name !== 'personId'),
  );
}
