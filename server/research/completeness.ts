import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { AttemptDelivery } from '../storage/ports/deliveries.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';

export interface CompletenessDeps {
  readonly storage: Pick<Storage, 'attempts' | 'deliveries'>;
}

interface Made {
  readonly statementId: string;
  readonly logSeq: number;
  readonly tier: 1 | 2 | 3;
}

/** Both ends are missing too. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

export interface Completeness {
  readonly attempt: string;
  readonly status: string;
  /** logSeq of the last entry, according to the attempt's row. */
  readonly lastSeq: number;
  readonly statements: readonly Made[];
  readonly logGaps: readonly Gap[];
  /** Entries that lack a statement although each makes at least one. */
  readonly statementGaps: readonly Gap[];
}

const pageSize = 500;

export async function readCompleteness(
  { storage: { attempts } }: CompletenessDeps,
  { attempt: { id, organisationId, practice }, progress }: AttemptWithProgress,
): Promise<Completeness> {
  const logged = await readPages(
    (page) => attempts.listEntries(organisationId, id, page),
    ({ logSeq }) => ({ fromSeq: logSeq + 1 }),
  );
  const rows = await readPages(
    (page) => attempts.listStatements(organisationId, id, page),
    ({ logSeq, part }) => ({ fromSeq: logSeq, fromPart: part + 1 }),
  );
  const seqs = (all: readonly { readonly logSeq: number }[]): Set<number> =>
    new Set(all.map(({ logSeq }) => logSeq));
  return {
    attempt: id,
    status: progress.status,
    lastSeq: progress.head,
    statements: rows.map(({ id: statementId, logSeq, tier }) => ({ statementId, logSeq, tier })),
    logGaps: findGaps(seqs(logged), progress.head),
    statementGaps: practice ? [] : findGaps(seqs(rows), progress.head),
  };
}

/** In order of the log. Recent statements may not be enqueued yet. */
export function readDeliveries(
  { storage: { deliveries } }: CompletenessDeps,
  { organisationId, id }: Destination,
  attemptId: string,
): Promise<AttemptDelivery[]> {
  return readPages(
    (page) => deliveries.listByAttempt(organisationId, id, attemptId, page),
    ({ logSeq, part }) => ({ fromSeq: logSeq, fromPart: part + 1 }),
  );
}

export function findGaps(present: ReadonlySet<number>, last: number): Gap[] {
  const gaps: Gap[] = [];
  for (let seq = 1; seq <= last; seq += 1) {
    if (present.has(seq)) continue;
    const open = gaps.at(-1);
    if (open?.to === seq - 1) gaps[gaps.length - 1] = { from: open.from, to: seq };
    else gaps.push({ from: seq, to: seq });
  }
  return gaps;
}

interface Place {
  readonly fromSeq: number;
  readonly fromPart?: number;
}

async function readPages<Row>(
  list: (page: Place & { limit: number }) => Promise<readonly Row[]>,
  behind: (row: Row) => Place,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next: Place = { fromSeq: 1 }; ;) {
    const page = await list({ ...next, limit: pageSize });
    rows.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return rows;
    next = behind(last);
  }
}
