import type { AttemptServices } from '../../attempts/services.ts';
import { getAttemptReview, getReview } from '../../reporting/review.ts';
import { getTimeline } from '../../reporting/timeline.ts';
import type { Handlers } from './table/route.ts';
import type { reviewRoutes } from './table/review.ts';

export type ReviewDeps = Pick<AttemptServices, 'storage' | 'content' | 'secrets'>;

export function createReviewHandlers(deps: ReviewDeps): Handlers<typeof reviewRoutes> {
  return {
    'get /review': ({ asker }) => getReview(deps, asker),
    'get /review/:attemptId': ({ asker, params }) => getAttemptReview(deps, asker, params.attemptId),
    'get /review/:attemptId/timeline': ({ asker, params, query }) =>
      getTimeline(deps, asker, params.attemptId, query.from),
  };
}
