import { z } from 'zod';
import type { AttemptDelivery, DeliveriesPort } from '../ports/deliveries.ts';
import type { SqliteDatabase } from './database.ts';
import { answer } from './rows.ts';
import { namedPositions, namesOf } from './statement-positions.ts';

const deliveryRow: z.ZodType<AttemptDelivery> = z.object({
  attemptId: z.string(),
  logSeq: z.number(),
  statementId: z.string(),
  part: z.number(),
  state: z.enum(['pending', 'sent', 'dead', 'discarded']),
});

export function createAttemptDeliveries(
  database: SqliteDatabase,
): Pick<DeliveriesPort, 'listByAttempt' | 'countPending' | 'resend'> {
  const page = database.query(
    deliveryRow,
    `SELECT s.attemptId, s.logSeq, s.id AS statementId, s.part, d.state
     FROM statements s JOIN deliveries d ON d.position = s.position AND d.destinationId = @destinationId
     WHERE s.attemptId = @attemptId AND s.organisationId = @organisationId
       AND (s.logSeq, s.part) >= (@fromSeq, @fromPart)
     ORDER BY s.logSeq, s.part LIMIT @limit`,
  );
  const pending = database.query(
    z.object({ count: z.number() }),
    `SELECT count(*) AS count
     FROM statements s JOIN deliveries d ON d.position = s.position AND d.destinationId = @destinationId
     WHERE s.attemptId = @attemptId AND s.organisationId = @organisationId AND d.state = 'pending'`,
  );
  const wake = database.command(
    `UPDATE deliveries SET state = 'pending', nextAt = 0, holder = NULL, leasedUntil = 0
     WHERE position IN (${namedPositions})
       AND destinationId = @destinationId AND organisationId = @organisationId AND state = 'sent'`,
  );
  const uncount = database.command(
    `UPDATE deliveryProgress SET sent = sent - @count
     WHERE destinationId = @destinationId AND organisationId = @organisationId`,
  );
  return {
    listByAttempt: (organisationId, destinationId, attemptId, { fromSeq, fromPart = 0, limit }) =>
      answer(() => page.list({ organisationId, destinationId, attemptId, fromSeq, fromPart, limit })),
    countPending: (organisationId, destinationId, attemptId) =>
      answer(() => pending.get({ organisationId, destinationId, attemptId }).count),
    resend: (organisationId, destinationId, statements) =>
      answer(() =>
        database.atomically(() => {
          const place = { organisationId, destinationId };
          const count = wake({ ...place, statements: namesOf(statements) });
          if (count > 0) uncount({ ...place, count });
          return count;
        }),
      ),
  };
}
