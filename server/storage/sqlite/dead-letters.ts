/** Deliveries that were given up, in SQLite: listed with what the store said, sent again, or let go. */
import { z } from 'zod';
import type { DeadLetter, DeliveriesPort } from '../ports/deliveries.ts';
import type { SqliteDatabase } from './database.ts';
import { answer } from './rows.ts';

const deadRow: z.ZodType<DeadLetter> = z.object({
  statementId: z.string(),
  attemptId: z.string(),
  logSeq: z.number(),
  bytes: z.string(),
  tries: z.number(),
  lastError: z.string(),
  createdAt: z.number(),
});

type DeadLetters = Pick<DeliveriesPort, 'listDead' | 'replay' | 'discard'>;

export function createDeadLetters(database: SqliteDatabase): DeadLetters {
  const page = database.query(
    deadRow,
    `SELECT s.id AS statementId, s.attemptId, s.logSeq, s.bytes, d.tries, d.lastError, s.createdAt
     FROM deliveries d JOIN statements s ON s.position = d.position
     WHERE d.destinationId = @destinationId AND d.organisationId = @organisationId AND d.state = 'dead'
       AND d.position > coalesce((SELECT position FROM statements WHERE id = @after), 0)
     ORDER BY d.position LIMIT @limit`,
  );
  const change = database.command(
    `UPDATE deliveries SET state = @state, nextAt = 0
     WHERE position = (SELECT position FROM statements WHERE id = @statementId)
       AND destinationId = @destinationId AND organisationId = @organisationId AND state = 'dead'`,
  );
  const changer =
    (state: 'pending' | 'discarded'): DeadLetters['replay'] =>
    (organisationId, destinationId, statementIds) =>
      answer(() =>
        database.atomically(() =>
          statementIds.reduce(
            (sum, statementId) => sum + change({ organisationId, destinationId, statementId, state }),
            0,
          ),
        ),
      );
  return {
    listDead: (organisationId, destinationId, { limit, after = null }) =>
      answer(() => page.list({ organisationId, destinationId, limit, after })),
    replay: changer('pending'),
    discard: changer('discarded'),
  };
}
