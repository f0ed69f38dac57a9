/** Whether an attempt's log and statements are without a gap, and how far each record store is with them. */
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

/** Numbers from `from` to `to`, both missing. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

export interface Completeness {
  readonly attempt: string;
  readonly status: string;
  /** The last log entry by the attempt's own count; the first is always 1. */
  readonly lastSeq: number;
  readonly statements: readonly Made[];
  /** Log entries that are not there. */
  readonly logGaps: readonly Gap[];
  /** Log entries that are there and have no statement: each makes at least one. */
  readonly statementGaps: readonly Gap[];
}

const pageSize = 500;

/** Reads log and statements of the attempt, page by page. A trial of staff makes no statements, so it has no gaps there. */
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

/** What became of the attempt's statements at a destination, in their order; some may not be on their way yet. */
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

/** Runs of numbers from 1 to `last` that are not there. */
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
