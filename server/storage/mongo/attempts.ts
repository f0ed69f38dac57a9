/** Each write is one conditional change of the attempt's document. */
import { AppError } from '../../base/errors.ts';
import { checkAppend } from '../check-append.ts';
import type { Append, Attempt, AttemptsPort } from '../ports/attempts.ts';
import { advance, asPort, type AttemptRow, type BatchRow, entriesOf, isOutcome } from './attempt-rows.ts';
import { atLeast, atMost, below, type AllOf, oneOf, otherThan } from './conditions.ts';
import { fileBatch, type Filing } from './filing.ts';
import { agePage } from './rows.ts';

const chunk = 20;

export function createAttempts(filing: Filing): AttemptsPort {
  return { ...lookups(filing), ...logs(filing), ...changes(filing) };
}

type Lookups = 'find' | 'findLatest' | 'listByPerson' | 'listByResourceLink' | 'listByStudy' | 'listIdle';

function lookups({ attempts }: Filing): Pick<AttemptsPort, Lookups> {
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
    listIdle: async (before, limit) => {
      const where = { 'progress.status': oneOf(['open', 'paused']), 'progress.lastAt': atMost(before) };
      return (await attempts.list(where, { 'progress.lastAt': 1 }, limit)).map(asPort);
    },
  };
}

type Logs = 'listEntries' | 'listOutcomes' | 'listStatements' | 'findReceipt';

function logs(filing: Filing): Pick<AttemptsPort, Logs> {
  const { attempts, batches } = filing;
  /** Files the newest batch before reading. */
  const settle = async (organisationId: string, attemptId: string): Promise<void> => {
    const unfiled = await attempts.find({ _id: attemptId, organisationId, isFiled: false });
    if (unfiled !== undefined) await fileBatch(filing, unfiled);
  };
  const collect = async <Item>(
    scope: AllOf & { readonly organisationId: string; readonly attemptId: string },
    { fromSeq, limit }: { readonly fromSeq: number; readonly limit: number },
    pick: (batch: BatchRow) => Item[],
  ): Promise<Item[]> => {
    await settle(scope.organisationId, scope.attemptId);
    const items: Item[] = [];
    for (let next = fromSeq; items.length < limit;) {
      const found = await batches.list({ ...scope, head: atLeast(next) }, { head: 1 }, chunk);
      items.push(...found.flatMap(pick));
      if (found.length < chunk) break;
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

function changes(filing: Filing): Pick<AttemptsPort, 'create' | 'append'> {
  const { attempts } = filing;
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
      if (isNew) await fileNow(filing, row);
      const kept = isNew ? row : await findByNumber(filing, attempt);
      return asPort(kept);
    },
    append: async (batch) => {
      checkAppend(batch);
      const { organisationId, attemptId, expectedHead } = batch;
      for (;;) {
        const row = await attempts.find({ _id: attemptId, organisationId });
        if (row?.head !== expectedHead) return false;
        await fileBatch(filing, row);
        if (await write(filing, row, batch)) return true;
      }
    },
  };
}

async function findByNumber({ attempts }: Filing, attempt: Attempt): Promise<AttemptRow> {
  const { organisationId, personId, resourceLinkId, practice, number } = attempt;
  const found = await attempts.find({ organisationId, personId, resourceLinkId, practice, number });
  // Another attempt has this id.
  if (found === undefined) throw new AppError('storage.duplicate');
  return found;
}

/** Of concurrent appends to one head only one succeeds. Once it is written, the append counts. */
async function write(filing: Filing, before: AttemptRow, append: Append): Promise<boolean> {
  const { head, progress, storedAt, batch } = advance(asPort(before).attempt, append, before);
  const written = await filing.attempts.change(
    { _id: before.id, organisationId: before.organisationId, head: before.head, isFiled: true },
    { $set: { head, progress, storedAt, batch, isFiled: false } },
  );
  if (written === 0) return false;
  await fileNow(filing, { id: before.id, batch });
  return true;
}

/** The append has already succeeded: if filing fails, a later caller does it. */
async function fileNow(filing: Filing, row: Pick<AttemptRow, 'id' | 'batch'>): Promise<void> {
  try {
    await fileBatch(filing, row);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'storage.unavailable')) throw error;
  }
}
