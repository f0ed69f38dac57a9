import { z } from 'zod';
import type { DeadLetter, DeliveriesPort } from '../ports/deliveries.ts';
import type { SqliteDatabase } from './database.ts';
import { answer } from './rows.ts';
import { wholeBytes } from './statement-rows.ts';
import { namedPositions, namesOf } from './statement-positions.ts';

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
    `SELECT s.id AS statementId, s.attemptId, s.logSeq, ${wholeBytes} AS bytes, d.tries, d.lastError, s.createdAt
     FROM deliveries d JOIN statements s ON s.position = d.position
     WHERE d.destinationId = @destinationId AND d.organisationId = @organisationId AND d.state = 'dead'
       AND d.position > coalesce((${namedPositions}), 0)
     ORDER BY d.position LIMIT @limit`,
  );
  const change = database.command(
    `UPDATE deliveries SET state = @state, nextAt = 0
     WHERE position IN (${namedPositions})
       AND destinationId = @destinationId AND organisationId = @organisationId AND state = 'dead'`,
  );
  const changer =
    (state: 'pending' | 'discarded'): DeadLetters['replay'] =>
    (organisationId, destinationId, statements) =>
      answer(() => change({ organisationId, destinationId, statements: namesOf(statements), state }));
  return {
    listDead: (organisationId, destinationId, { limit, after }) =>
      answer(() => {
        const statements = namesOf(after === undefined ? [] : [after]);
        return page.list({ organisationId, destinationId, limit, statements });
      }),
    replay: changer('pending'),
    discard: changer('discarded'),
  };
}
