/** Foreign keys delete what refers to an attempt; secure_delete overwrites it. */
import { z } from 'zod';
import type { Erasure, ErasuresPort, RowCounts, SentStatement } from '../ports/erasures.ts';
import { anyErasure, erasureRow, toDue } from '../shapes/erasures.ts';
import type { SqliteDatabase, SqlParams } from './database.ts';
import { countOfEntries } from './entry-runs.ts';
import { mayBeSent } from './lease.ts';
import { answer, byIdIn, flag, insertInto, json, sqlParams } from './rows.ts';
import { rewrite } from './rewrite.ts';
import { scrub } from './scrub.ts';
import { createVoidingWriter } from './voidings.ts';

export const storedErasure = erasureRow.extend({
  counts: json(erasureRow.shape.counts),
  subject: json(erasureRow.shape.subject.unwrap()).nullable(),
});

const columns = Object.keys(erasureRow.shape);

const sentRow: z.ZodType<SentStatement> = z.object({
  destinationId: z.string(),
  statementId: z.string(),
  leasedUntil: z.number(),
});

const sentStatements = `SELECT d.destinationId, s.id AS statementId, d.leasedUntil
  FROM statements s JOIN deliveries d ON d.position = s.position
  WHERE s.organisationId = @organisationId AND s.attemptId = @attemptId AND ${mayBeSent}`;

export function createErasures(database: SqliteDatabase): ErasuresPort {
  const put = database.command(
    `${insertInto('erasures', columns)} ON CONFLICT (id) DO UPDATE SET
     ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  const byId = database.query<Erasure>(storedErasure, byIdIn('erasures', 'erasureId'));
  const postpone = database.command('UPDATE erasures SET sweepAt = @sweepAt WHERE id = @erasureId');
  const due = database.query(
    anyErasure,
    'SELECT * FROM erasures WHERE sweepAt IS NOT NULL AND sweepAt <= @now ORDER BY sweepAt LIMIT @limit',
  );
  const latest = database.query(
    z.object({ at: z.number() }),
    `SELECT max(
       coalesce((SELECT max(at) FROM erasures WHERE kind <> 'withdrawal'), -1),
       coalesce((SELECT max(nextAt) FROM voidings WHERE state = 'sent'), -1)) AS at`,
  );
  const persons = database.query(
    z.object({ id: z.string(), organisationId: z.string() }),
    'SELECT id, organisationId FROM persons WHERE id > @after ORDER BY id LIMIT @limit',
  );
  const attempts = database.query(
    z.object({
      id: z.string(),
      studyId: z.string(),
      practice: flag,
      research: z.string(),
      lastAt: z.number(),
    }),
    `SELECT id, studyId, practice, progress ->> 'research' AS research, progress ->> 'lastAt' AS lastAt
     FROM attempts WHERE organisationId = @organisationId AND personId = @personId ORDER BY id LIMIT @limit`,
  );
  const sent = database.query(
    sentRow,
    `${sentStatements} AND EXISTS (SELECT 1 FROM destinations o WHERE o.id = d.destinationId AND o.purpose = @purpose)`,
  );
  return {
    put: async (erasure) => {
      await database.write(() => put(sqlParams(erasure)));
      if (erasure.subject === null) scrub(database);
    },
    find: (organisationId, erasureId) => answer(() => byId.find({ organisationId, erasureId })),
    listDue: (now, limit) => answer(() => toDue(due.list({ now, limit }), storedErasure, 'id')),
    postpone: async (erasureId, sweepAt) => {
      await database.write(() => postpone({ erasureId, sweepAt }));
    },
    listPersons: ({ limit, after = '' }) => answer(() => persons.list({ after, limit })),
    listAttempts: (organisationId, personId, limit) =>
      answer(() => attempts.list({ organisationId, personId, limit })),
    listSent: (organisationId, attemptId, purpose) =>
      answer(() => sent.list({ organisationId, attemptId, purpose })),
    eraseAttempt: createAttemptEraser(database),
    erasePerson: createPersonEraser(database),
    overwriteUnused: (since) =>
      answer(() => {
        if (latest.get({}).at >= since) rewrite(database);
      }),
  };
}

/** In one transaction, so that nothing is sent between the list and the deletion. */
function createAttemptEraser(database: SqliteDatabase): ErasuresPort['eraseAttempt'] {
  const sent = database.query(sentRow, sentStatements);
  const count = (table: string, what = 'count(*)'): string =>
    `(SELECT ${what} FROM ${table} WHERE attemptId = @attemptId) AS ${table}`;
  const counts = database.query(
    z.record(z.string(), z.number()),
    `SELECT ${count('entries', countOfEntries)}, ${count('statements')}, ${count('frames')}, ${count('receipts')},
       ${count('staffNotes')}, ${count('reviewRequests')}, (SELECT count(*) FROM deliveries
         WHERE position IN (SELECT position FROM statements WHERE attemptId = @attemptId)) AS deliveries`,
  );
  const grades = database.command(
    'DELETE FROM grades WHERE organisationId = @organisationId AND attemptId = @attemptId',
  );
  const attempt = database.command(
    'DELETE FROM attempts WHERE organisationId = @organisationId AND id = @attemptId',
  );
  const addVoidings = createVoidingWriter(database);
  return async (organisationId, attemptId, voidingOf) => {
    const deleted = await database.write((): RowCounts => {
      const own = { organisationId, attemptId };
      addVoidings(sent.list(own).flatMap((one) => voidingOf(one) ?? []));
      const found = counts.get({ attemptId });
      const gone = { grades: grades(own), attempts: attempt(own) };
      return gone.attempts === 0 ? gone : { ...found, ...gone };
    });
    scrub(database);
    return deleted;
  };
}

const ofPerson = 'organisationId = @organisationId AND personId = @personId';
const launchesOf = `organisationId = @organisationId AND (personId = @personId OR reviewedPersonId = @personId)`;
const byLaunch = `launchId IN (SELECT id FROM launches WHERE ${launchesOf})`;

/** Each before what it refers to. */
const personRows: readonly (readonly [table: string, where: string])[] = [
  ['codes', byLaunch],
  ['refreshHashes', `sessionId IN (SELECT id FROM sessions WHERE ${byLaunch})`],
  ['sessions', byLaunch],
  ['launches', launchesOf],
  ...['grades', 'reviewRequests', 'staffNotes', 'personSettings', 'groupMemberships', 'comfort'].map(
    (table) => [table, ofPerson] as const,
  ),
  ['consents', ofPerson],
  ['backgrounds', ofPerson],
  ['persons', 'organisationId = @organisationId AND id = @personId'],
];

function createPersonEraser(database: SqliteDatabase): ErasuresPort['erasePerson'] {
  const deletions = personRows.map(
    ([table, where]) => [table, database.command(`DELETE FROM ${table} WHERE ${where}`)] as const,
  );
  return async (organisationId, personId) => {
    const own: SqlParams = { organisationId, personId };
    const deleted = await database.write(() =>
      Object.fromEntries(deletions.map(([table, remove]) => [table, remove(own)])),
    );
    scrub(database);
    return deleted;
  };
}
