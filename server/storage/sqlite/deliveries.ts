/**
 * No write here waits for the disk: what a power cut undoes is repeated, which statement ids make harmless.
 */
import { z } from 'zod';
import { groupResults } from '../group-results.ts';
import type { DeliveriesPort, DeliveryGlance, DeliverySummary, Unqueued } from '../ports/deliveries.ts';
import type { Destination } from '../ports/destinations.ts';
import { createAttemptDeliveries } from './attempt-deliveries.ts';
import type { SqliteDatabase } from './database.ts';
import { createDeadLetters } from './dead-letters.ts';
import { countSent, createLeaser, isForResearch } from './lease.ts';
import { answer } from './rows.ts';
import { namedPositions, namesOf } from './statement-positions.ts';

const progressRow = z.object({
  studyId: z.string(),
  tier: z.number(),
  position: z.number(),
  sent: z.number(),
});

const positionRow = z.object({ position: z.number().nullable() });

const summaryRow: z.ZodType<DeliverySummary> = z.object({
  pending: z.number(),
  sent: z.number(),
  dead: z.number(),
  discarded: z.number(),
  oldestPendingAt: z.number().nullable(),
});

const glanceRow: z.ZodType<DeliveryGlance> = z.object({
  pending: z.number(),
  sentTotal: z.number(),
  dead: z.number(),
  oldestPendingAt: z.number().nullable(),
});

export function createDeliveries(database: SqliteDatabase): DeliveriesPort {
  const { enqueue, countUnqueued, findUnqueued } = createEnqueuer(database);
  return {
    enqueueNew: (destination, limit) => answer(() => database.relaxed(() => enqueue(destination, limit))),
    countUnqueued: (destination) => answer(() => countUnqueued(destination)),
    findUnqueued: (destination, most) => answer(() => findUnqueued(destination, most)),
    lease: createLeaser(database),
    settle: createSettler(database),
    ...createCounts(database),
    ...createDeadLetters(database),
    ...createAttemptDeliveries(database),
  };
}

/**
 * Starts at the last position seen: positions ascend and SQLite has one writer, so no statement appears below
 * it.
 */
function createEnqueuer(database: SqliteDatabase): {
  readonly enqueue: (destination: Destination, limit: number) => number;
  readonly countUnqueued: (destination: Destination) => number;
  readonly findUnqueued: (destination: Destination, most: number) => Unqueued;
} {
  const progress = database.query(
    progressRow,
    'SELECT * FROM deliveryProgress WHERE destinationId = @id AND organisationId = @organisationId',
  );
  const fresh = `FROM statements
     WHERE organisationId = @organisationId AND studyId = @studyId
       AND position > @from AND tier <= @tier AND (@purpose = 'operational' OR ${isForResearch})
       AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.position = statements.position AND d.destinationId = @id)`;
  const countFresh = database.query(z.object({ count: z.number() }), `SELECT count(*) AS count ${fresh}`);
  const findFresh = database.query(
    z.object({ count: z.number(), oldestAt: z.number().nullable() }),
    `SELECT count(*) AS count, min(createdAt) AS oldestAt FROM (SELECT createdAt ${fresh} LIMIT @most)`,
  );
  const enqueueFresh = database.query(
    positionRow,
    `INSERT INTO deliveries
       (position, destinationId, organisationId, state, tries, nextAt, lastError, holder, leasedUntil)
     SELECT position, @id, @organisationId, 'pending', 0, 0, '', NULL, 0 ${fresh}
     ORDER BY position LIMIT @limit RETURNING position`,
  );
  const end = database.query(
    positionRow,
    `SELECT max(position) AS position FROM statements
     WHERE organisationId = @organisationId AND studyId = @studyId`,
  );
  const remember = database.command(
    `INSERT INTO deliveryProgress (destinationId, organisationId, studyId, tier, position, sent)
     VALUES (@id, @organisationId, @studyId, @tier, @position, 0)
     ON CONFLICT (destinationId) DO UPDATE SET studyId = @studyId, tier = @tier, position = @position`,
  );
  const findSeen = ({ id, organisationId, studyId, tier }: Destination): number | null => {
    const known = progress.find({ id, organisationId });
    // Another study or a wider tier includes statements that were skipped before.
    return known?.studyId === studyId && known.tier >= tier ? known.position : null;
  };
  return {
    enqueue: (destination, limit) => {
      const before = findSeen(destination);
      const { id, organisationId, studyId, tier, purpose } = destination;
      const scope = { id, organisationId, studyId, tier };
      const rows = enqueueFresh.list({ ...scope, purpose, from: before ?? 0, limit });
      const last = Math.max(...rows.map(({ position }) => position ?? 0));
      const seen = rows.length < limit ? end.get(scope).position : last;
      // Most rounds write nothing.
      if (before === null || before !== seen) remember({ ...scope, position: seen ?? 0 });
      return rows.length;
    },
    countUnqueued: (destination) => {
      const { id, organisationId, studyId, tier, purpose } = destination;
      const from = findSeen(destination) ?? 0;
      return countFresh.get({ id, organisationId, studyId, tier, purpose, from }).count;
    },
    findUnqueued: (destination, most) => {
      const { id, organisationId, studyId, tier, purpose } = destination;
      const from = findSeen(destination) ?? 0;
      return findFresh.get({ id, organisationId, studyId, tier, purpose, from, most });
    },
  };
}

function createSettler(database: SqliteDatabase): DeliveriesPort['settle'] {
  const settle = database.command(
    `UPDATE deliveries SET state = @state, tries = tries + @tried, nextAt = @nextAt, lastError = @lastError,
       holder = NULL, leasedUntil = 0
     WHERE position IN (${namedPositions})
       AND destinationId = @destinationId AND organisationId = @organisationId
       AND holder = @holder AND state = 'pending'`,
  );
  const addSent = database.command(countSent);
  return (organisationId, destinationId, holder, results) =>
    answer(() => {
      database.relaxed(() => {
        let sent = 0;
        for (const { statements, state, nextAt, lastError, tried } of groupResults(results)) {
          const place = { organisationId, destinationId, holder, statements: namesOf(statements) };
          const changed = settle({ ...place, state, nextAt, lastError, tried: Number(tried) });
          if (state === 'sent') sent += changed;
        }
        if (sent > 0) addSent({ organisationId, destinationId, sent });
      });
    });
}

function createCounts(database: SqliteDatabase): Pick<DeliveriesPort, 'summary' | 'glance'> {
  const scope = 'd.destinationId = @destinationId AND d.organisationId = @organisationId';
  const countOf = (state: string): string =>
    `(SELECT count(*) FROM deliveries d WHERE ${scope} AND d.state = '${state}')`;
  // Exact: changed in the delivery's transaction.
  const sent = `coalesce((SELECT d.sent FROM deliveryProgress d WHERE ${scope}), 0)`;
  const oldest = `(SELECT s.createdAt FROM deliveries d JOIN statements s ON s.position = d.position
     WHERE ${scope} AND d.state = 'pending' ORDER BY d.position LIMIT 1)`;
  const summary = database.query(
    summaryRow,
    `SELECT ${countOf('pending')} AS pending, ${sent} AS sent, ${countOf('dead')} AS dead,
       ${countOf('discarded')} AS discarded, ${oldest} AS oldestPendingAt`,
  );
  const glance = database.query(
    glanceRow,
    `SELECT
       (SELECT count(*) FROM
        (SELECT 1 FROM deliveries d WHERE ${scope} AND d.state = 'pending' LIMIT @most)) AS pending,
       ${countOf('dead')} AS dead,
       ${sent} AS sentTotal,
       ${oldest} AS oldestPendingAt`,
  );
  return {
    summary: (organisationId, destinationId) => answer(() => summary.get({ organisationId, destinationId })),
    glance: (organisationId, destinationId, most) =>
      answer(() => glance.get({ organisationId, destinationId, most })),
  };
}
