import { z } from 'zod';
import type { NewVoiding, VoidingCount, VoidingsPort } from '../ports/voidings.ts';
import { voidingRow } from '../shapes/erasures.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, insertInto } from './rows.ts';
import { scrub } from './scrub.ts';

const countRow: z.ZodType<VoidingCount> = z.object({
  destinationId: z.string(),
  state: voidingRow.shape.state,
  count: z.number(),
});

/** For use inside a transaction. */
export function createVoidingWriter(database: SqliteDatabase): (voidings: readonly NewVoiding[]) => void {
  const insert = database.command(
    `${insertInto('voidings', Object.keys(voidingRow.shape))} ON CONFLICT DO NOTHING`,
  );
  const fresh = { state: 'pending', tries: 0, lastError: '', holder: null, leasedUntil: 0 };
  return (voidings) => {
    for (const voiding of voidings) insert({ ...fresh, ...voiding });
  };
}

export function createVoidings(database: SqliteDatabase): VoidingsPort {
  const write = createVoidingWriter(database);
  const due = `destinationId = @destinationId AND organisationId = @organisationId AND state = 'pending'
    AND nextAt <= @now AND leasedUntil <= @now`;
  const lease = database.query(
    voidingRow,
    `UPDATE voidings SET holder = @holder, leasedUntil = @until WHERE destinationId = @destinationId
       AND id IN (SELECT id FROM voidings WHERE ${due} ORDER BY nextAt LIMIT @limit) RETURNING *`,
  );
  const settle = database.command(
    `UPDATE voidings SET state = @state, tries = tries + @tried, nextAt = @nextAt, lastError = @lastError,
       bytes = CASE WHEN @state = 'sent' THEN '' ELSE bytes END, holder = NULL, leasedUntil = 0
     WHERE destinationId = @destinationId AND id = @id AND holder = @holder AND state = 'pending'`,
  );
  const counts = database.query(
    countRow,
    `SELECT destinationId, state, count(*) AS count FROM voidings
     WHERE organisationId = @organisationId AND erasureId = @erasureId
     GROUP BY destinationId, state ORDER BY destinationId, state`,
  );
  const retry = database.command(
    `UPDATE voidings SET state = 'pending', nextAt = 0
     WHERE organisationId = @organisationId AND erasureId = @erasureId AND state = 'refused'`,
  );
  return {
    add: (voidings) =>
      database.write(() => {
        write(voidings);
      }),
    lease: (request) => database.write(() => lease.list({ ...request })),
    settle: async (destinationId, holder, results) => {
      await database.write(() => {
        for (const { tried, ...result } of results)
          settle({ ...result, destinationId, holder, tried: Number(tried) });
      });
      if (results.some(({ state }) => state === 'sent')) scrub(database);
    },
    count: (organisationId, erasureId) => answer(() => counts.list({ organisationId, erasureId })),
    retry: (organisationId, erasureId) => database.write(() => retry({ organisationId, erasureId })),
  };
}
