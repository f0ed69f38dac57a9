/**
 * Copies a database while others go on writing to it, where no snapshot can be had: each row is read at a moment of its
 * own, so the order of reading makes what belongs together fit.
 *
 * - **Attempts first.** Each is copied with its log, statements and receipt up to the head that its document had at one
 *   moment; a log is only added to, so that moment is exact. An attempt that was there at the beginning is in the copy,
 *   with all that was acknowledged by then.
 * - **Grades next, by person.** A row fits where its attempt, copied before the row was read, still has the same head
 *   after it: then no wish is missing and none is ahead of the log. Where the attempt moved on, both are read anew.
 * - **Then what names attempts** — notes, requests, deliveries —, without what came for a part of a log that the copy has
 *   not: those statements are not there either. A delivery that is read as sent was sent. One that is sent after it was
 *   read is sent once more from the copy, under the same id, which a record store takes once.
 * - **Last what the others lean on**: sessions, launches, persons, LMSs, studies. It was written before they were.
 *
 * At the end everything is read again and compared: logs with the source, which cannot have changed them, the rest with
 * what was read.
 */
import { AppError } from '../base/errors.ts';
import { findGap } from '../storage/log-gap.ts';
import type {
  CopyTarget,
  Shelf,
  TransferKind,
  TransferRows,
  WholeAttempt,
  WorkingSource,
} from '../storage/ports/transfer.ts';
import { type Copying, copyGrades } from './copy-grades.ts';
import { type Doing, eachPage, type Progress } from './migrate-store.ts';
import { createTally, type Digest, spell } from './tally.ts';

type LaterKind = Exclude<TransferKind, 'attempts' | 'grades'>;

/** What is read after attempts and grades, each before what it leans on; hashes are written behind their sessions. */
const laterKinds: readonly LaterKind[] = [
  ...(['staffNotes', 'reviewRequests', 'followers', 'deliveries', 'sessions', 'refreshHashes'] as const),
  ...(['launches', 'personSettings', 'resourceLinks', 'persons', 'deployments', 'registrations'] as const),
  ...(['platforms', 'ltiRows', 'destinations', 'invitations', 'audit', 'resourceLists'] as const),
  ...(['studies', 'organisations'] as const),
];

/** Kinds that the running tool only adds to: a copy has at least as many as there were at its beginning. */
const lastingKinds: readonly TransferKind[] = [
  ...(['organisations', 'studies', 'platforms', 'persons', 'resourceLinks', 'attempts', 'audit'] as const),
];

/** How often a kind is read anew where a row took over the place of another meanwhile. */
const kindTries = 5;

/**
 * Writes the copy and compares it; `finish` is the caller's.
 * @throws AppError storage.unavailable; `reason` copy-differs with `kind`, or what either database says
 */
export async function copyAtWork(
  source: WorkingSource,
  target: CopyTarget,
  progress: (doing: Doing) => Progress,
): Promise<void> {
  const least = await countLasting(source);
  const read = await copyKinds({ source, target, progress: progress('moving') });
  const counts = await compareKinds({ source, target, progress: progress('comparing') }, read);
  for (const [kind, count] of least) if ((counts.get(kind) ?? 0) < count) differ(kind);
}

type Digests = ReadonlyMap<Exclude<TransferKind, 'attempts'>, Digest>;

/** Answers what was read of each kind but the attempts. */
async function copyKinds(copying: Copying): Promise<Digests> {
  const { target } = copying;
  await copyAttempts(copying);
  const read = new Map<Exclude<TransferKind, 'attempts'>, Digest>();
  read.set('grades', await copyGrades(copying));
  await target.shelves.attempts.complete?.();
  const sessions = new Set<unknown>();
  for (const kind of laterKinds)
    read.set(kind, await copyLater(copying, kind, target.shelves[kind], sessions));
  return read;
}

/** Answers how many rows of each kind the copy has. */
async function compareKinds(copying: Copying, read: Digests): Promise<ReadonlyMap<TransferKind, number>> {
  const counts = new Map<TransferKind, number>([['attempts', await compareAttempts(copying)]]);
  for (const [kind, digest] of read) {
    const copied = await readDigest(copying, kind);
    if (copied.digest !== digest.digest) differ(kind);
    counts.set(kind, copied.rows);
  }
  return counts;
}

async function countLasting(source: WorkingSource): Promise<ReadonlyMap<TransferKind, number>> {
  const counts = new Map<TransferKind, number>();
  for (const kind of lastingKinds) counts.set(kind, await source.count(kind));
  return counts;
}

async function copyAttempts({ source, target, progress }: Copying): Promise<void> {
  await eachPage('attempts', source.shelves, progress, async (rows) => {
    rows.forEach(checkLog);
    await target.shelves.attempts.write(rows);
  });
}

function checkLog({ progress, entries }: WholeAttempt): void {
  if (findGap(progress.head, entries) !== undefined) differ('attempts');
}

/** Copies a kind; anew, where a row came into the place of one that was read already. */
async function copyLater<Kind extends LaterKind>(
  { source, target, progress }: Copying,
  kind: Kind,
  shelf: Shelf<TransferRows[Kind]>,
  sessions: Set<unknown>,
): Promise<Digest> {
  for (let left = kindTries; ; left -= 1) {
    const tally = createTally();
    try {
      await eachPage(kind, source.shelves, progress, async (rows) => {
        const fits = await createFitter(target, kind, rows);
        const fitting = rows.filter((row) => fits(row, sessions));
        for (const row of fitting) tally.add(row);
        await shelf.write(fitting);
        if (kind === 'sessions') for (const row of fitting) sessions.add(read(row, 'id'));
      });
      return tally.read();
    } catch (error) {
      const isTaken = error instanceof AppError && error.code === 'storage.duplicate';
      if (!isTaken || left === 1 || kind === 'followers' || kind === 'deliveries') throw error;
      await target.clear(kind);
    }
  }
}

type Fitter = (row: object, sessions: ReadonlySet<unknown>) => boolean;

/** Whether the copy has what a row names: it came, or went, after that was read. */
async function createFitter(target: CopyTarget, kind: LaterKind, rows: readonly object[]): Promise<Fitter> {
  if (kind === 'refreshHashes') return (row, sessions) => sessions.has(read(row, 'sessionId'));
  if (kind !== 'staffNotes' && kind !== 'reviewRequests' && kind !== 'deliveries') return () => true;
  const ids = [...new Set(rows.map((row) => String(read(row, 'attemptId'))))];
  const heads = await target.findHeads(ids);
  return (row) => {
    const head = heads.get(String(read(row, 'attemptId')));
    return head !== undefined && (kind !== 'deliveries' || Number(read(row, 'logSeq')) <= head);
  };
}

function read(row: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(row)).get(name);
}

/** Reads every log of the copy again, beside that of the source up to the same head; answers how many there are. */
async function compareAttempts({ source, target, progress: tell }: Copying): Promise<number> {
  let count = 0;
  await eachPage('attempts', target.shelves, tell, async (rows) => {
    const heads = new Map(rows.map(({ attempt, progress }) => [attempt.id, progress.head]));
    const origins = new Map((await source.readAt(heads)).map((whole) => [whole.attempt.id, whole]));
    for (const copied of rows) {
      const origin = origins.get(copied.attempt.id);
      if (origin === undefined || spellLasting(origin, copied) !== spellLasting(copied, copied))
        differ('attempts');
    }
    count += rows.length;
  });
  return count;
}

/** All of an attempt that must be the same: where it stands only as long as it has not moved on. */
function spellLasting(whole: WholeAttempt, copied: WholeAttempt): string {
  return spell(
    whole.progress.head === copied.progress.head ? whole : { ...whole, progress: copied.progress },
  );
}

async function readDigest(
  { target, progress }: Copying,
  kind: Exclude<TransferKind, 'attempts'>,
): Promise<Digest> {
  const tally = createTally();
  await eachPage(kind, target.shelves, progress, (rows) => {
    for (const row of rows) tally.add(row);
  });
  return tally.read();
}

function differ(kind: TransferKind): never {
  throw new AppError('storage.unavailable', { reason: 'copy-differs', kind });
}
