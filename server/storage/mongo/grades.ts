/** One document per person and line item. Every change depends on the revision that it was decided on. */
import { z } from 'zod';
import type { GradeIntent, GradeRow, GradesPort, GradeSettlement } from '../ports/grades.ts';
import { gradeRow } from '../shapes/grades.ts';
import { above, atMost, below, oneOf, otherThan } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { agePage } from './rows.ts';
import { grades } from './schemas/attempts.ts';
import { keyOf } from './schemas/define-collection.ts';

const storedGrade = gradeRow.extend({
  holder: z.string().nullable(),
  /** The intent being sent; a newer one may have replaced it. */
  leasedId: z.string().nullable(),
  leasedUntil: z.number(),
  revision: z.number(),
});

type StoredGrade = z.infer<typeof storedGrade>;

type GradeRows = Collection<StoredGrade>;

const free = { holder: null, leasedId: null, leasedUntil: 0 };

/** More columns than an attempt has: one, and one per dimension. */
const mostColumns = 20;

export function openGrades(database: MongoDatabase): GradeRows {
  return database.collection(grades, storedGrade);
}

function gradeKey(row: Pick<GradeRow, 'organisationId' | 'personId' | 'lineItemUrl'>): string {
  return keyOf(grades, row);
}

/** Idempotent. */
export async function recordGrade(rows: GradeRows, intent: GradeIntent): Promise<void> {
  for (;;) {
    const row = await rows.find({ _id: gradeKey(intent) });
    if (row === undefined) {
      if ((await rows.insertUntilDuplicate([newRow(intent)])) === 1) return;
      continue;
    }
    const change = decideOn(row, intent);
    if (change === undefined || (await revise(rows, row, change))) return;
  }
}

function newRow(intent: GradeIntent): StoredGrade {
  return {
    ...newRequest(intent),
    lastPostAt: null,
    takenAttemptId: null,
    holder: null,
    leasedId: null,
    leasedUntil: 0,
    revision: 0,
  };
}

function newRequest({ dueAt, ...intent }: GradeIntent): Omit<GradeRow, 'lastPostAt' | 'takenAttemptId'> {
  const unsent = {
    state: 'pending',
    tries: 0,
    sentAt: null,
    lastError: '',
    sameError: 0,
    shownScore: null,
  } as const;
  return { ...intent, ...unsent, nextAt: dueAt, pendingSince: Math.max(intent.createdAt, dueAt) };
}

function decideOn(row: StoredGrade, intent: GradeIntent): Partial<StoredGrade> | undefined {
  if (row.id === intent.id) return undefined;
  const { attemptId, score, comment } = intent;
  const isSame = row.attemptId === attemptId && row.score === score && row.comment === comment;
  if (isSame && row.state !== 'failed') {
    // A failed delivery keeps its retry time.
    const waits = row.state === 'pending' && row.lastError === '' && intent.dueAt < row.nextAt;
    return waits ? { nextAt: intent.dueAt } : undefined;
  }
  return intent.createdAt < row.createdAt ? undefined : newRequest(intent);
}

async function revise(rows: GradeRows, row: StoredGrade, change: Partial<StoredGrade>): Promise<boolean> {
  const { revision } = row;
  return (await rows.change({ _id: gradeKey(row), revision }, { $set: change, $inc: { revision: 1 } })) > 0;
}

/** `collect` stores batches of interrupted writers. */
export function createGrades(rows: GradeRows, collect: GradesPort['collect']): GradesPort {
  const port = (row: StoredGrade): GradeRow => gradeRow.parse(row);
  const asNew = { state: 'pending', tries: 0, nextAt: 0, lastError: '', sameError: 0 } as const;
  return {
    collect,
    request: (intent) => recordGrade(rows, intent),
    lease: (request) => lease(rows, request).then((found) => found.map(port)),
    settle: (organisationId, gradeId, holder, result) =>
      settle(rows, { organisationId, leasedId: gradeId, holder }, result),
    release: async (organisationId, gradeId, holder) => {
      const change = { $set: free, $inc: { revision: 1 } };
      await rows.changeOne({ organisationId, leasedId: gradeId, holder }, change);
    },
    find: async (organisationId, gradeId) => {
      const row = await rows.find({ organisationId, id: gradeId });
      return row && port(row);
    },
    findByAttempt: async (organisationId, attemptId) => {
      const row = await rows.find({ organisationId, attemptId, dimension: null }, { createdAt: -1 });
      return row && port(row);
    },
    listByAttempt: async (organisationId, attemptId) =>
      (await rows.list({ organisationId, attemptId }, { createdAt: 1, id: 1 }, mostColumns)).map(port),
    listByResourceLink: async (organisationId, resourceLinkId, page) =>
      (await agePage(rows, { organisationId, resourceLinkId }, page, 'id')).map(port),
    list: async (organisationId, { states, ...page }) =>
      (await agePage(rows, { organisationId, state: oneOf(states) }, page, 'id')).map(port),
    count: async (organisationId) => {
      const count = (state: GradeRow['state']): Promise<number> => rows.count({ organisationId, state });
      const [pending, sent, failed, withdrawn] = await Promise.all(
        (['pending', 'sent', 'failed', 'withdrawn'] as const).map(count),
      );
      return { pending: pending ?? 0, sent: sent ?? 0, failed: failed ?? 0, withdrawn: withdrawn ?? 0 };
    },
    restore: async (organisationId, attemptId, now) => {
      const where = { organisationId, attemptId, state: 'withdrawn' };
      const keys = await rows.listKeys(where, { _id: 1 }, mostColumns);
      const change = { $set: { ...asNew, pendingSince: now }, $inc: { revision: 1 } };
      return rows.change({ ...where, _id: oneOf(keys) }, change);
    },
    resend: async (organisationId, gradeId, now) => {
      const scope = { organisationId, id: gradeId };
      const isResendable = [
        { ...scope, state: otherThan('pending') },
        { ...scope, lastError: otherThan(''), leasedUntil: atMost(now) },
      ];
      const change = {
        $set: { ...asNew, sentAt: null, shownScore: null, pendingSince: now },
        $inc: { revision: 1 },
      };
      return (await rows.changeOne(isResendable, change)) !== undefined;
    },
    redirect: async (organisationId, gradeId, { nextId, now }) => {
      for (;;) {
        const row = await rows.find({ organisationId, id: gradeId });
        if (row === undefined) return false;
        // What waits for its time still does.
        const nextAt = row.state === 'pending' && row.lastError === '' ? row.nextAt : 0;
        const renewed = { id: nextId, sentAt: null, shownScore: null, pendingSince: now };
        if (await revise(rows, row, { ...asNew, ...renewed, nextAt })) return true;
      }
    },
  };
}

async function lease(
  rows: GradeRows,
  { holder, now, until, limit, minGapMs }: Parameters<GradesPort['lease']>[0],
): Promise<StoredGrade[]> {
  const due = { state: 'pending', nextAt: atMost(now), leasedUntil: atMost(now) };
  const isDue = [
    { ...due, lastPostAt: null },
    { ...due, lastPostAt: below(now - minGapMs) },
    // A time in the future was written before our clock was set back.
    { ...due, lastPostAt: above(now) },
  ];
  const leased: StoredGrade[] = [];
  const seen = new Set<string>();
  // If others lease the same rows, further ones may be due.
  for (;;) {
    const found = await rows.list(isDue, { nextAt: 1, createdAt: 1 }, limit + seen.size);
    const unseen = found.filter((row) => !seen.has(gradeKey(row))).slice(0, limit - leased.length);
    if (unseen.length === 0) return leased;
    for (const row of unseen) {
      seen.add(gradeKey(row));
      const takenAttemptId = row.leasedId === row.id ? row.attemptId : row.takenAttemptId;
      const change = { holder, leasedId: row.id, leasedUntil: until, takenAttemptId };
      if (await revise(rows, row, change)) leased.push({ ...row, ...change });
    }
  }
}

async function settle(
  rows: GradeRows,
  held: { readonly organisationId: string; readonly leasedId: string; readonly holder: string },
  { lastPostAt, takenAttemptId, ...outcome }: GradeSettlement,
): Promise<void> {
  for (;;) {
    const row = await rows.find(held);
    if (row === undefined) return;
    // Even if the intent was replaced: the next post keeps its distance.
    const posted = { lastPostAt, takenAttemptId };
    const result = row.id === held.leasedId ? { ...outcome, ...triedOnceMore(row, outcome.lastError) } : {};
    if (await revise(rows, row, { ...free, ...posted, ...result })) return;
  }
}

function triedOnceMore(row: StoredGrade, lastError: string): Pick<StoredGrade, 'tries' | 'sameError'> {
  const again = lastError === row.lastError ? row.sameError + 1 : 1;
  return { tries: row.tries + 1, sameError: lastError === '' ? 0 : again };
}
