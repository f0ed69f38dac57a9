import type { AttemptServices } from '../../attempts/services.ts';
import type { OpeningDeps } from '../../records/readings.ts';
import { getAttemptReview, getReview } from '../../reporting/review.ts';
import { getTimeline } from '../../reporting/timeline.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';
import { noteSheet, noteTimeline } from './note-openings.ts';
import type { Handlers } from './table/route.ts';
import type { reviewRoutes } from './table/review.ts';

export type ReviewDeps = Pick<AttemptServices, 'storage' | 'content' | 'secrets'> & OpeningDeps;

export function createReviewHandlers(deps: WithoutLog<ReviewDeps>): Handlers<typeof reviewRoutes> {
  return {
    async 'get /review'({ principal, request }) {
      const answer = await getReview(deps, principal);
      await noteSheet(withLogOf(request, deps), principal, answer.latest);
      return answer;
    },
    async 'get /review/:attemptId'({ principal, params, request }) {
      const review = await getAttemptReview(deps, principal, params.attemptId);
      await noteSheet(withLogOf(request, deps), principal, review);
      return review;
    },
    async 'get /review/:attemptId/timeline'({ principal, params, query, request }) {
      await noteTimeline(withLogOf(request, deps), principal, params.attemptId);
      return getTimeline(deps, principal, params.attemptId, query.from);
    },
  };
}
