/** The review API: a person's work in one activity, for the staff who may see it and for the person themselves. */
import { Router } from 'express';
import type { AttemptServices } from '../../attempts/services.ts';
import { getAttemptReview, getReview } from '../../reporting/review.ts';
import { getTimeline } from '../../reporting/timeline.ts';
import type { Launch } from '../../storage/ports/launches.ts';
import { TimelineQuery } from '../../contract/review.ts';
import { parseBody, parseId } from '../parse.ts';

interface ReviewDeps extends Pick<AttemptServices, 'storage' | 'content' | 'secrets'> {
  /** The launch of the session that the Authorization header names; throws session.expired. */
  readonly authenticate: (authorization: string | undefined) => Promise<Launch>;
}

/** Routes below /api. What a launch may see is decided in reporting/review-access.ts. */
export function createReviewRouter(deps: ReviewDeps): Router {
  const router = Router();
  router.get('/review', async (request, response) => {
    const launch = await deps.authenticate(request.headers.authorization);
    response.json(await getReview(deps, launch));
  });
  router.get('/review/:attemptId', async (request, response) => {
    const launch = await deps.authenticate(request.headers.authorization);
    response.json(await getAttemptReview(deps, launch, parseId(request.params.attemptId)));
  });
  router.get('/review/:attemptId/timeline', async (request, response) => {
    const launch = await deps.authenticate(request.headers.authorization);
    const { from } = parseBody(TimelineQuery, request.query);
    response.json(await getTimeline(deps, launch, parseId(request.params.attemptId), from));
  });
  return router;
}
