/**
 * Copies a live database without a snapshot (ADR 18). The order of reading keeps the copy consistent:
 * 1. Attempts, each up to its head; logs only grow.
 * 2. Grades, by person. If an attempt changes meanwhile, both are read again, so no grade request is missing
 * or ahead of its log.
 * 3. Rows that name attempts, without those of entries that the copy lacks. A delivery sent after the copy is
 * sent again with the same id; record stores store it once.
 * 4. Rows that these refer to.
 * Finally all is read again and compared: logs with the source, other rows with what was read.
 */
import { AppError } from '../base/errors.ts';
import { findGap } from '../storage/log-gap.ts';
import type {
  CopyTarget,
  RowAccess,
  TransferKind,
  TransferRows,
  WholeAttempt,
  LiveSource,
} from '../storage/ports/transfer.ts';
import { type Copying, copyGrades } from './copy-grades.ts';
import { type Stage, eachPage, type Progress } from './migrate-store.ts';
import { createTally, type Digest, canonicalJson } from './tally.ts';

type LaterKind = Exclude<TransferKind, 'attempts' | 'grades'>;

/** Each kind comes before those it refers to, except that refresh hashes follow their sessions. */
const laterKinds: readonly LaterKind[] = [
  ...(['staffNotes', 'reviewRequests', 'followers', 'deliveries', 'voidings', 'erasures'] as const),
  ...(['sessions', 'refreshHashes'] as const),
  ...(['launches', 'groupMemberships', 'groupSettings', 'personSettings', 'resourceLinks'] as const),
  ...(['backgrounds', 'consents', 'comfort', 'persons', 'deployments'] as const),
  ...([
    'registrations',
    'platforms',
    'ltiRows',
    'destinations',
    'invitations',
    'audit',
    'resourceLists',
  ] as const),
  ...(['studyPlaces', 'studyTexts', 'studies', 'organisations'] as const),
];

/** Only added, so the copy must have at least as many rows as the source at the start. */
const growingKinds: readonly TransferKind[] = [
  ...(['organisations', 'studies', 'studyTexts', 'platforms', 'persons', 'resourceLinks'] as const),
  ...(['attempts', 'audit'] as const),
];

/** Tries, because a row may move to a place that was already read. */
const kindTries = 5;

/**
 * The caller must call `finish`.
 * @throws AppError storage.unavailable; `reason` is copy-differs with `kind`, or one of either database
 */
export async function copyLive(
  source: LiveSource,
  target: CopyTarget,
  progress: (stage: Stage) => Progress,
): Promise<void> {
  const before = await countGrowing(source);
  const read = await copyKinds({ source, target, progress: progress('moving') });
  const counts = await compareKinds({ source, target, progress: progress('comparing') }, read);
  for (const [kind, count] of before) if ((counts.get(kind) ?? 0) < count) throwDiffers(kind);
}

type Digests = ReadonlyMap<Exclude<TransferKind, 'attempts'>, Digest>;

async function copyKinds(copying: Copying): Promise<Digests> {
  const { target } = copying;
  await copyAttempts(copying);
  const read = new Map<Exclude<TransferKind, 'attempts'>, Digest>();
  read.set('grades', await copyGrades(copying));
  await target.rows.attempts.complete?.();
  const sessions = new Set<unknown>();
  for (const kind of laterKinds) read.set(kind, await copyLater(copying, kind, target.rows[kind], sessions));
  return read;
}

async function compareKinds(copying: Copying, read: Digests): Promise<ReadonlyMap<TransferKind, number>> {
  const counts = new Map<TransferKind, number>([['attempts', await compareAttempts(copying)]]);
  for (const [kind, digest] of read) {
    const copied = await readDigest(copying, kind);
    if (copied.digest !== digest.digest) throwDiffers(kind);
    counts.set(kind, copied.rows);
  }
  return counts;
}

async function countGrowing(source: LiveSource): Promise<ReadonlyMap<TransferKind, number>> {
  const counts = new Map<TransferKind, number>();
  for (const kind of growingKinds) counts.set(kind, await source.count(kind));
  return counts;
}

async function copyAttempts({ source, target, progress }: Copying): Promise<void> {
  await eachPage('attempts', source.rows, progress, async (rows) => {
    rows.forEach(checkLog);
    await target.rows.attempts.write(rows);
  });
}

function checkLog({ progress, entries }: WholeAttempt): void {
  if (findGap(progress.head, entries) !== undefined) throwDiffers('attempts');
}

async function copyLater<Kind extends LaterKind>(
  { source, target, progress }: Copying,
  kind: Kind,
  copied: RowAccess<TransferRows[Kind]>,
  sessions: Set<unknown>,
): Promise<Digest> {
  for (let left = kindTries; ; left -= 1) {
    const tally = createTally();
    try {
      await eachPage(kind, source.rows, progress, async (rows) => {
        const fits = await createFitter(target, kind, rows);
        const fitting = rows.filter((row) => fits(row, sessions));
        for (const row of fitting) tally.add(row);
        await copied.write(fitting);
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

async function compareAttempts({ source, target, progress: progress }: Copying): Promise<number> {
  let count = 0;
  await eachPage('attempts', target.rows, progress, async (rows) => {
    const heads = new Map(rows.map(({ attempt, progress }) => [attempt.id, progress.head]));
    const origins = new Map((await source.readAt(heads)).map((whole) => [whole.attempt.id, whole]));
    for (const copied of rows) {
      const origin = origins.get(copied.attempt.id);
      if (origin === undefined || comparableJson(origin, copied) !== comparableJson(copied, copied))
        throwDiffers('attempts');
    }
    count += rows.length;
  });
  return count;
}

/** Progress is compared only if the attempt has not changed since it was copied. */
function comparableJson(whole: WholeAttempt, copied: WholeAttempt): string {
  return canonicalJson(
    whole.progress.head === copied.progress.head ? whole : { ...whole, progress: copied.progress },
  );
}

async function readDigest(
  { target, progress }: Copying,
  kind: Exclude<TransferKind, 'attempts'>,
): Promise<Digest> {
  const tally = createTally();
  await eachPage(kind, target.rows, progress, (rows) => {
    for (const row of rows) tally.add(row);
  });
  return tally.read();
}

function throwDiffers(kind: TransferKind): never {
  throw new AppError('storage.unavailable', { reason: 'copy-differs', kind });
}
