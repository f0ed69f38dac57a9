import type { AttemptServices } from '../../attempts/services.ts';
import { getAttemptReview, getReview } from '../../reporting/review.ts';
import { getTimeline } from '../../reporting/timeline.ts';
import type { Handlers } from './table/route.ts';
import type { reviewRoutes } from './table/review.ts';

export type ReviewDeps = Pick<AttemptServices, 'storage' | 'content' | 'secrets'>;

export function createReviewHandlers(deps: ReviewDeps): Handlers<typeof reviewRoutes> {
  return {
    'get /review': ({ principal }) => getReview(deps, principal),
    'get /review/:attemptId': ({ principal, params }) => getAttemptReview(deps, principal, params.attemptId),
    'get /review/:attemptId/timeline': ({ principal, params, query }) =>
      getTimeline(deps, principal, params.attemptId, query.from),
  };
}
