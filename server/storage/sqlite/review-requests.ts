import type { ReviewRequest, ReviewRequestsPort } from '../ports/review-requests.ts';
import { reviewRequestRow } from '../shapes/reports.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, insertInto } from './rows.ts';

export function createReviewRequests(database: SqliteDatabase): ReviewRequestsPort {
  const own = 'organisationId = @organisationId';
  const insert = database.command(insertInto('reviewRequests', Object.keys(reviewRequestRow.shape)));
  const byId = database.query<ReviewRequest>(
    reviewRequestRow,
    `SELECT * FROM reviewRequests WHERE ${own} AND id = @requestId`,
  );
  const open = database.query<ReviewRequest>(
    reviewRequestRow,
    `SELECT * FROM reviewRequests WHERE ${own} AND attemptId = @attemptId AND answeredAt IS NULL`,
  );
  const ofAttempt = database.query<ReviewRequest>(
    reviewRequestRow,
    `SELECT * FROM reviewRequests WHERE ${own} AND attemptId = @attemptId
     ORDER BY askedAt DESC, id DESC LIMIT @limit`,
  );
  const waiting = database.query<ReviewRequest>(
    reviewRequestRow,
    `SELECT * FROM reviewRequests WHERE ${own} AND resourceLinkId = @resourceLinkId AND answeredAt IS NULL
     AND (@after IS NULL OR (askedAt, id) > (SELECT askedAt, id FROM reviewRequests WHERE ${own} AND id = @after))
     ORDER BY askedAt, id LIMIT @limit`,
  );
  const reply = database.command(
    `UPDATE reviewRequests SET sealedAnswer = @sealedAnswer, answeredAt = @answeredAt
     WHERE ${own} AND id = @requestId AND answeredAt IS NULL`,
  );
  const complete = database.command(
    `UPDATE reviewRequests SET sealedText = @sealedText
     WHERE ${own} AND id = @requestId AND answeredAt IS NULL AND sealedText IS NULL`,
  );
  return {
    ask: (request) =>
      database.write(() => {
        const { organisationId, attemptId } = request;
        const existing = open.find({ organisationId, attemptId });
        if (existing !== undefined) return existing;
        insert({ ...request });
        return request;
      }),
    addText: (organisationId, requestId, sealedText) =>
      database.write(() =>
        complete({ organisationId, requestId, sealedText }) > 0
          ? byId.find({ organisationId, requestId })
          : undefined,
      ),
    find: (organisationId, requestId) => answer(() => byId.find({ organisationId, requestId })),
    findOpen: (organisationId, attemptId) => answer(() => open.find({ organisationId, attemptId })),
    listByAttempt: (organisationId, attemptId, { limit }) =>
      answer(() => ofAttempt.list({ organisationId, attemptId, limit })),
    listOpenByResourceLink: (organisationId, resourceLinkId, { limit, after = null }) =>
      answer(() => waiting.list({ organisationId, resourceLinkId, limit, after })),
    answer: (organisationId, requestId, { sealedAnswer, answeredAt }) =>
      database.write(() => reply({ organisationId, requestId, sealedAnswer, answeredAt }) > 0),
  };
}
