import { z } from 'zod';
import { pick } from '../../base/pick.ts';
import type { DeliveriesPort } from '../ports/deliveries.ts';
import { inResearch } from './attempt-rows.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, flag } from './rows.ts';
import { wholeBytes } from './statement-rows.ts';

const hasConsent = `json_extract(a.progress, '$.research') = 'given'`;

/** SQL: of an invalid attempt, research gets only the invalidating entry. */
export const isForResearch = `EXISTS (SELECT 1 FROM attempts a WHERE a.id = attemptId AND (${inResearch('a.progress')}
  OR (${hasConsent} AND logSeq = json_extract(a.progress, '$.validity.logSeq'))))`;

/** SQL: what a store has, or may have if its answer was lost or a worker stopped before it noted the answer. */
export const mayBeSent = `(d.state = 'sent' OR (d.state = 'pending' AND (d.tries > 0 OR d.holder IS NOT NULL)))`;

/** SQL, in the transaction of the deliveries that it counts. */
export const countSent = `UPDATE deliveryProgress SET sent = sent + @sent
  WHERE destinationId = @destinationId AND organisationId = @organisationId`;

const dueRow = z.object({
  position: z.number(),
  statementId: z.string(),
  attemptId: z.string(),
  logSeq: z.number(),
  bytes: z.string(),
  tries: z.number(),
  mayBeSent: flag,
  isWanted: flag,
});

type DueRow = z.infer<typeof dueRow>;

export function createLeaser(database: SqliteDatabase): DeliveriesPort['lease'] {
  const due = database.query(
    dueRow,
    `SELECT d.position, s.id AS statementId, s.attemptId, s.logSeq, ${wholeBytes} AS bytes, d.tries,
       ${mayBeSent} AS mayBeSent,
       (@purpose = 'operational' OR ${isForResearch} OR (${mayBeSent}
         AND EXISTS (SELECT 1 FROM attempts a WHERE a.id = s.attemptId AND ${hasConsent}))) AS isWanted
     FROM deliveries d JOIN statements s ON s.position = d.position
     WHERE d.destinationId = @destinationId AND d.organisationId = @organisationId AND d.state = 'pending'
       AND d.nextAt <= @now AND d.leasedUntil <= @now
     ORDER BY d.position`,
  );
  const chosen = 'position IN (SELECT value FROM json_each(@positions)) AND destinationId = @destinationId';
  const take = database.command(
    `UPDATE deliveries SET holder = @holder, leasedUntil = @until WHERE ${chosen}`,
  );
  const drop = database.command(`DELETE FROM deliveries WHERE ${chosen}`);
  const end = database.command(
    `UPDATE deliveries SET state = 'sent', holder = NULL, leasedUntil = 0 WHERE ${chosen}`,
  );
  const addSent = database.command(countSent);
  return ({ organisationId, destinationId, purpose, holder, now, until, limit, maxBytes }) =>
    answer(() =>
      database.relaxed(() => {
        const fits = createBound(limit, maxBytes);
        const rows = due.listWhile(
          { organisationId, destinationId, purpose, now },
          ({ bytes, isWanted }) => !isWanted || fits(bytes),
        );
        const leased = rows.filter(({ isWanted }) => isWanted);
        const unwanted = rows.filter(({ isWanted }) => !isWanted);
        const unsent = unwanted.filter((row) => !row.mayBeSent);
        const doubtful = unwanted.filter((row) => row.mayBeSent);
        if (leased.length > 0) take({ positions: positionsOf(leased), destinationId, holder, until });
        if (unsent.length > 0) drop({ positions: positionsOf(unsent), destinationId });
        if (doubtful.length > 0) {
          const sent = end({ positions: positionsOf(doubtful), destinationId });
          addSent({ organisationId, destinationId, sent });
        }
        return leased.map((row) => pick(row, 'statementId', 'attemptId', 'logSeq', 'bytes', 'tries'));
      }),
    );
}

function positionsOf(rows: readonly Pick<DueRow, 'position'>[]): string {
  return JSON.stringify(rows.map(({ position }) => position));
}

/** Always accepts the first. */
function createBound(limit: number, maxBytes: number): (bytes: string) => boolean {
  let sum = 0;
  let count = 0;
  return (bytes) => {
    sum += Buffer.byteLength(bytes);
    count += 1;
    return count <= limit && (sum <= maxBytes || count === 1);
  };
}
