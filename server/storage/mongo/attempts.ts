/** Each write is one conditional change of the attempt's document. */
import { AppError } from '../../base/errors.ts';
import { checkAppend } from '../check-append.ts';
import type { Append, Attempt, AttemptProgress, AttemptsPort } from '../ports/attempts.ts';
import { advance, asPort, type AttemptRow, type BatchRow, entriesOf, isOutcome } from './attempt-rows.ts';
import { atLeast, atMost, below, type AllOf, oneOf, otherThan } from './conditions.ts';
import { lookAgain, storeBatch, type AttemptCollections } from './store-batch.ts';
import { agePage } from './rows.ts';

/** Batches per query, doubled while more is wanted: human play makes small batches. */
const chunk = { first: 20, largest: 160 };

export function createAttempts(collections: AttemptCollections): AttemptsPort {
  return { ...lookups(collections), ...logs(collections), ...changes(collections) };
}

type Lookups =
  'find' | 'findLatest' | 'listByPerson' | 'listByResourceLink' | 'listByStudy' | 'listOfPerson' | 'listIdle';

function lookups({ attempts }: AttemptCollections): Pick<AttemptsPort, Lookups> {
  return {
    find: async (organisationId, attemptId) => {
      const row = await attempts.find({ _id: attemptId, organisationId });
      return row && asPort(row);
    },
    findLatest: async (organisationId, personId, resourceLinkId, practice) => {
      const where = { organisationId, personId, resourceLinkId, practice };
      const row = await attempts.find(where, { number: -1 });
      return row && asPort(row);
    },
    listByPerson: async (organisationId, personId, resourceLinkId, { limit, before }) => {
      const older = before === undefined ? {} : { number: below(before) };
      const where = { organisationId, personId, resourceLinkId, practice: false, ...older };
      return (await attempts.list(where, { number: -1 }, limit)).map(asPort);
    },
    listByResourceLink: async (organisationId, resourceLinkId, page) =>
      (await agePage(attempts, { organisationId, resourceLinkId, practice: false }, page)).map(asPort),
    listByStudy: async (organisationId, studyId, page) =>
      (await agePage(attempts, { organisationId, studyId, practice: false }, page)).map(asPort),
    listOfPerson: async (organisationId, studyId, personId, limit) => {
      const where = { organisationId, studyId, personId, practice: false };
      return (await attempts.list(where, { createdAt: 1, _id: 1 }, limit)).map(asPort);
    },
    listIdle: async (before, limit) => {
      const where = { 'progress.status': oneOf(['open', 'paused']), 'progress.lastAt': atMost(before) };
      return (await attempts.list(where, { 'progress.lastAt': 1 }, limit)).map(asPort);
    },
  };
}

type Logs = 'listEntries' | 'listOutcomes' | 'listStatements' | 'findReceipt';

function logs(collections: AttemptCollections): Pick<AttemptsPort, Logs> {
  const { attempts, batches } = collections;
  /** Stores the newest batch before reading. */
  const settle = async (organisationId: string, attemptId: string): Promise<void> => {
    const pending = await attempts.find({ _id: attemptId, organisationId, isFiled: false });
    if (pending !== undefined) await storeBatch(collections, pending);
  };
  const collect = async <Item>(
    scope: AllOf & { readonly organisationId: string; readonly attemptId: string },
    { fromSeq, limit }: { readonly fromSeq: number; readonly limit: number },
    pick: (batch: BatchRow) => Item[],
  ): Promise<Item[]> => {
    await settle(scope.organisationId, scope.attemptId);
    const items: Item[] = [];
    let next = fromSeq;
    for (let size = chunk.first; items.length < limit; size = Math.min(2 * size, chunk.largest)) {
      const found = await batches.list({ ...scope, head: atLeast(next) }, { head: 1 }, size);
      items.push(...found.flatMap(pick));
      if (found.length < size) break;
      next = (found.at(-1)?.head ?? 0) + 1;
    }
    return items.slice(0, limit);
  };
  return {
    listEntries: (organisationId, attemptId, page) =>
      collect({ organisationId, attemptId }, page, (batch) =>
        entriesOf(batch).filter(({ logSeq }) => logSeq >= page.fromSeq),
      ),
    listOutcomes: (organisationId, attemptId, page) =>
      collect({ organisationId, attemptId, hasOutcome: true }, page, (batch) =>
        entriesOf(batch).filter(({ logSeq, entry }) => logSeq >= page.fromSeq && isOutcome(entry)),
      ),
    listStatements: (organisationId, attemptId, page) =>
      collect({ organisationId, attemptId }, page, ({ statements }) =>
        statements
          .filter(({ logSeq, part }) => isFrom(page, logSeq, part))
          .sort((a, b) => a.logSeq - b.logSeq || a.part - b.part),
      ),
    findReceipt: async (organisationId, attemptId) => {
      await settle(organisationId, attemptId);
      const last = await batches.find({ organisationId, attemptId, receipt: otherThan(null) }, { head: -1 });
      return last?.receipt ?? undefined;
    },
  };
}

function isFrom(
  { fromSeq, fromPart = 0 }: { readonly fromSeq: number; readonly fromPart?: number },
  logSeq: number,
  part: number,
): boolean {
  return logSeq > fromSeq || (logSeq === fromSeq && part >= fromPart);
}

function changes(collections: AttemptCollections): Pick<AttemptsPort, 'create' | 'append' | 'setResearch'> {
  const { attempts } = collections;
  return {
    create: async (attempt, first) => {
      const batch = {
        ...first,
        organisationId: attempt.organisationId,
        attemptId: attempt.id,
        expectedHead: 0,
      };
      checkAppend(batch);
      const row = advance(attempt, batch);
      const isNew = (await attempts.insertUntilDuplicate([row])) === 1;
      if (isNew) await tryStoreBatch(collections, row);
      const stored = isNew ? row : await findByNumber(collections, attempt);
      return asPort(stored);
    },
    append: async (batch) => {
      checkAppend(batch);
      const { organisationId, attemptId, expectedHead, expectedResearch } = batch;
      for (;;) {
        const row = await attempts.find({ _id: attemptId, organisationId });
        if (row?.head !== expectedHead) return false;
        if (expectedResearch !== undefined && row.progress.research !== expectedResearch) return false;
        await storeBatch(collections, row);
        if (await write(collections, row, batch)) return true;
      }
    },
    setResearch: (...change) => setResearch(collections, ...change),
  };
}

/** First the answer, then the batches: whoever looked at one without it does not forget it (ADR 16). */
async function setResearch(
  { attempts, batches, followers }: AttemptCollections,
  organisationId: string,
  attemptId: string,
  research: AttemptProgress['research'],
): Promise<boolean> {
  const $set = { 'progress.research': research };
  const found = await attempts.change({ _id: attemptId, organisationId }, { $set });
  if (found > 0 && research === 'given')
    await lookAgain({ batches, followers }, { organisationId, attemptId });
  return found > 0;
}

async function findByNumber({ attempts }: AttemptCollections, attempt: Attempt): Promise<AttemptRow> {
  const { organisationId, personId, resourceLinkId, practice, number } = attempt;
  const found = await attempts.find({ organisationId, personId, resourceLinkId, practice, number });
  // Another attempt has this id.
  if (found === undefined) throw new AppError('storage.duplicate');
  return found;
}

/** Of concurrent appends to one head one succeeds, and counts once it is written. */
async function write(collections: AttemptCollections, before: AttemptRow, append: Append): Promise<boolean> {
  const { head, progress, storedAt, batch } = advance(asPort(before).attempt, append, before);
  // Otherwise a change of mind between reading and writing would be lost.
  const research =
    append.expectedResearch === undefined ? {} : { 'progress.research': append.expectedResearch };
  const written = await collections.attempts.change(
    { _id: before.id, organisationId: before.organisationId, head: before.head, isFiled: true, ...research },
    { $set: { head, progress, storedAt, batch, isFiled: false } },
  );
  if (written === 0) return false;
  await tryStoreBatch(collections, { id: before.id, batch });
  return true;
}

/** The append has succeeded: if this fails, a later caller repeats it. */
async function tryStoreBatch(
  collections: AttemptCollections,
  row: Pick<AttemptRow, 'id' | 'batch'>,
): Promise<void> {
  try {
    await storeBatch(collections, row);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'storage.unavailable')) throw error;
  }
}
