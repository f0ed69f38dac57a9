/**
 * Deletes in an order that an interruption may cut anywhere: the caller names the attempts again. What a worker or a
 * request was writing meanwhile is deleted by the second pass.
 */
import { pick } from '../../base/pick.ts';
import type { Erasure, ErasuresPort, RowCounts, SentStatement } from '../ports/erasures.ts';
import type { PlainRow } from '../ports/transfer.ts';
import { anyErasure, erasureRow, toDue } from '../shapes/erasures.ts';
import { above, atMost, oneOf } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { deliveryKey, type DeliveryRow, mayBeSent } from './delivery-rows.ts';
import type { openAttemptCollections } from './open-attempt-collections.ts';
import { deleteRows, keysOf, openTexts } from './key-rows.ts';
import { collections } from './schemas/collections.ts';
import { type CollectionSchema, keyOf } from './schemas/define-collection.ts';
import { addVoidings, openVoidings } from './voidings.ts';

type AttemptCollections = ReturnType<typeof openAttemptCollections>;

const pageSize = 200;
/** More than an organisation has. */
const mostStores = 1_000;

export function createErasures(database: MongoDatabase, opened: AttemptCollections): ErasuresPort {
  const rows = database.collection<Erasure>(collections.erasures, erasureRow);
  const due = database.collection<PlainRow>(collections.erasures as CollectionSchema, anyErasure);
  const persons = openTexts(database, 'persons', ['organisationId']);
  const stores = openTexts(database, 'destinations');
  return {
    put: (erasure) => rows.put(copyOf(erasure)),
    find: (organisationId, erasureId) => rows.find({ _id: erasureId, organisationId }),
    // Null, which is less than any number, is no time.
    listDue: async (now, limit) =>
      toDue(await due.list([{ sweepAt: atMost(now) }], { sweepAt: 1 }, limit), erasureRow, '_id'),
    postpone: async (erasureId, sweepAt) => {
      await rows.change({ _id: erasureId }, { $set: { sweepAt } });
    },
    listPersons: async ({ limit, after = '' }) => {
      const found = await persons.list({ _id: above(after) }, { _id: 1 }, limit);
      return found.map(({ _id: id = '', organisationId = '' }) => ({ id, organisationId }));
    },
    listAttempts: async (organisationId, personId, limit) => {
      const found = await opened.attempts.list({ organisationId, personId }, { _id: 1 }, limit);
      return found.map(({ id, studyId, practice, progress: { research, lastAt } }) => ({
        id,
        studyId,
        practice,
        research,
        lastAt,
      }));
    },
    listSent: async (organisationId, attemptId, purpose) => {
      const wanted = new Set(await stores.listKeys({ organisationId, purpose }, { _id: 1 }, mostStores));
      const sent: SentStatement[] = [];
      await eachDelivery(opened, { organisationId, attemptId }, (page) => {
        sent.push(...listSent(page).filter(({ destinationId }) => wanted.has(destinationId)));
        return Promise.resolve();
      });
      return sent;
    },
    eraseAttempt: createAttemptEraser(database, opened),
    erasePerson: createPersonEraser(database),
    // The server of the database decides when it uses space again.
    overwriteUnused: () => Promise.resolve(),
  };
}

function copyOf({ subject, ...erasure }: Erasure): Erasure {
  if (subject === null) return { ...erasure, subject };
  return { ...erasure, subject: { ...subject, attempts: [...subject.attempts] } };
}

function createAttemptEraser(
  database: MongoDatabase,
  opened: AttemptCollections,
): ErasuresPort['eraseAttempt'] {
  const voidings = openVoidings(database);
  return async (organisationId, attemptId, voidingOf) => {
    const own = { organisationId, attemptId };
    // First what is sent and appended to: afterwards no worker reads a statement, and no append succeeds.
    const attempts = await opened.attempts.remove({ _id: attemptId, organisationId });
    const batches = await deleteRows(database, 'batches', own);
    let deliveries = 0;
    await eachDelivery(opened, own, async (page) => {
      await addVoidings(
        voidings,
        listSent(page).flatMap((one) => voidingOf(one) ?? []),
      );
      deliveries += await opened.deliveries.remove({ _id: oneOf(page.map(deliveryKey)), organisationId });
    });
    return {
      attempts,
      batches,
      deliveries,
      staffNotes: await deleteRows(database, 'staffNotes', own),
      reviewRequests: await deleteRows(database, 'reviewRequests', own),
      grades: await deleteRows(database, 'grades', own),
    };
  };
}

async function eachDelivery(
  { deliveries }: AttemptCollections,
  { organisationId, attemptId }: { readonly organisationId: string; readonly attemptId: string },
  handle: (page: readonly DeliveryRow[]) => Promise<void>,
): Promise<void> {
  for (let after = ''; ;) {
    const where = { attemptId, organisationId, _id: above(after) };
    const page = await deliveries.list(where, { _id: 1 }, pageSize);
    if (page.length > 0) await handle(page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = deliveryKey(last);
  }
}

function listSent(page: readonly DeliveryRow[]): SentStatement[] {
  return page.filter(mayBeSent).map((row) => pick(row, 'destinationId', 'statementId', 'leasedUntil'));
}

const ofPerson = ['grades', 'reviewRequests', 'staffNotes', 'personSettings', 'groupMemberships'] as const;

function createPersonEraser(database: MongoDatabase): ErasuresPort['erasePerson'] {
  return async (organisationId, personId) => {
    const own = { organisationId, personId };
    const counts: Record<string, number> = { ...(await deleteLaunches(database, organisationId, personId)) };
    for (const kind of [...ofPerson, 'consents', 'backgrounds'] as const)
      counts[kind] = await deleteRows(database, kind, own);
    counts.comfort = await deleteRows(database, 'comfort', { _id: keyOf(collections.comfort, own) });
    counts.persons = await deleteRows(database, 'persons', { _id: personId, organisationId });
    return counts;
  };
}

/** Sessions and codes first: if interrupted, the next try still finds them by their launches. */
async function deleteLaunches(
  database: MongoDatabase,
  organisationId: string,
  personId: string,
): Promise<RowCounts> {
  const counts = { codes: 0, refreshHashes: 0, sessions: 0, launches: 0 };
  for (const own of [
    { organisationId, personId },
    { organisationId, reviewedPersonId: personId },
  ]) {
    for (;;) {
      const launches = await keysOf(database, 'launches', own);
      if (launches.length === 0) break;
      const launchId = oneOf(launches);
      counts.codes += await deleteRows(database, 'codes', { organisationId, launchId });
      const sessions = await keysOf(database, 'sessions', { organisationId, launchId });
      if (sessions.length > 0)
        counts.refreshHashes += await deleteRows(database, 'refreshHashes', { sessionId: oneOf(sessions) });
      counts.sessions += await deleteRows(database, 'sessions', { organisationId, launchId });
      counts.launches += await deleteRows(database, 'launches', { organisationId, _id: launchId });
    }
  }
  return counts;
}
