import { z } from 'zod';
import type { ReviewRequest, ReviewRequestsPort } from '../ports/review-requests.ts';
import { reviewRequestRow } from '../shapes/reports.ts';
import { above, type AllOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { isDuplicate } from './mongo-errors.ts';
import { jointKey } from './rows.ts';
import { reviewRequests } from './schemas/attempts.ts';

/** `place` is unique: the attempt's id while the request is open, so that only one is open. */
const storedRow = reviewRequestRow.extend({ place: z.string() });

type StoredRow = z.infer<typeof storedRow>;

/** After so many conflicts something else is wrong. */
const askTries = 5;

export function createReviewRequests(database: MongoDatabase): ReviewRequestsPort {
  const rows = database.collection(reviewRequests, storedRow);
  return {
    ask: (request) => ask(rows, request),
    async addText(organisationId, requestId, sealedText) {
      const silent = { _id: requestId, organisationId, answeredAt: null, sealedText: null };
      const changed = await rows.changeOne(silent, { $set: { sealedText } });
      return changed === undefined ? undefined : toRequest(changed);
    },
    find: (organisationId, requestId) => find(rows, { _id: requestId, organisationId }),
    findOpen: (organisationId, attemptId) => find(rows, { place: openPlace(organisationId, attemptId) }),
    listByAttempt: async (organisationId, attemptId, { limit }) =>
      (await rows.list({ organisationId, attemptId }, { askedAt: -1, _id: -1 }, limit)).map(toRequest),
    async listOpenByResourceLink(organisationId, resourceLinkId, { limit, after }) {
      const scope = { organisationId, resourceLinkId, answeredAt: null };
      const last = after === undefined ? undefined : await rows.find({ _id: after, organisationId });
      if (after !== undefined && last === undefined) return [];
      const where: AllOf | AllOf[] =
        last === undefined
          ? scope
          : [
              { ...scope, askedAt: above(last.askedAt) },
              { ...scope, askedAt: last.askedAt, _id: above(last.id) },
            ];
      return (await rows.list(where, { askedAt: 1, _id: 1 }, limit)).map(toRequest);
    },
    answer: async (organisationId, requestId, { sealedAnswer, answeredAt }) => {
      const open = { _id: requestId, organisationId, answeredAt: null };
      const place = answeredPlace(requestId);
      return (await rows.change(open, { $set: { sealedAnswer, answeredAt, place } })) > 0;
    },
  };
}

async function find(rows: Collection<StoredRow>, where: AllOf): Promise<ReviewRequest | undefined> {
  const found = await rows.find(where);
  return found === undefined ? undefined : toRequest(found);
}

async function ask(rows: Collection<StoredRow>, request: ReviewRequest): Promise<ReviewRequest> {
  const place = openPlace(request.organisationId, request.attemptId);
  for (let left = askTries; ; left -= 1) {
    const existing = await find(rows, { place });
    if (existing !== undefined) return existing;
    try {
      await rows.insert({ ...request, place });
      return request;
    } catch (error) {
      // The open request may have been answered since.
      if (!isDuplicate(error) || left === 1) throw error;
    }
  }
}

function openPlace(organisationId: string, attemptId: string): string {
  return jointKey('open', organisationId, attemptId);
}

function answeredPlace(requestId: string): string {
  return jointKey('answered', requestId);
}

export function placeOfRequest(
  request: Pick<ReviewRequest, 'id' | 'organisationId' | 'attemptId' | 'answeredAt'>,
): string {
  const { id, organisationId, attemptId, answeredAt } = request;
  return answeredAt === null ? openPlace(organisationId, attemptId) : answeredPlace(id);
}

function toRequest(row: StoredRow): ReviewRequest {
  return reviewRequestRow.parse(row);
}
