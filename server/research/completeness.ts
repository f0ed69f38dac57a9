import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { AttemptDelivery } from '../storage/ports/deliveries.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { afterEntry, afterStatement, listPages } from '../storage/read-pages.ts';

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
const start = { fromSeq: 1, fromPart: 0 };

export async function readCompleteness(
  { storage: { attempts } }: CompletenessDeps,
  { attempt: { id, organisationId, practice }, progress }: AttemptWithProgress,
): Promise<Completeness> {
  const logged = await listPages(
    { fromSeq: 1 },
    (page) => attempts.listEntries(organisationId, id, page),
    afterEntry,
    pageSize,
  );
  const rows = await listPages(
    start,
    (page) => attempts.listStatements(organisationId, id, page),
    afterStatement,
    pageSize,
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
  return listPages(
    start,
    (page) => deliveries.listByAttempt(organisationId, id, attemptId, page),
    afterStatement,
    pageSize,
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
