/** The learner's API: their own attempt, its scenes and their actions. */
import { Router } from 'express';
import { act } from '../attempts/act.ts';
import { openAttempt } from '../attempts/open.ts';
import { getScene } from '../attempts/scene.ts';
import type { Asker, AttemptServices } from '../attempts/services.ts';
import { getWeek } from '../attempts/week.ts';
import { findAttempt, startAttempt } from '../attempts/start.ts';
import { AppError } from '../errors.ts';
import { pageOf } from '../launches/page-url.ts';
import type { Counts } from '../metrics/tool-metrics.ts';
import type { Launch } from '../storage/ports/launches.ts';
import { ActRequest, OpenRequest, StartRequest } from './contract/play.ts';
import { parseBody, parseId } from './parse.ts';
import { type WithoutLog, withLogOf } from './request-log.ts';

interface PlayDeps extends AttemptServices {
  /** The launch of the session that the Authorization header names; throws session.expired. */
  readonly authenticate: (authorization: string | undefined) => Promise<Launch>;
  /** Throws server.backlog where the server can keep no more. */
  readonly checkRoom: () => Promise<void>;
  /** Called after each write: outgoing work may be waiting. */
  readonly onWritten: () => void;
  readonly counts: Pick<Counts, 'actions'>;
}

/** Routes below /api. Every one acts for the learner of the bearer's launch and no one else. */
export function createPlayRouter(deps: WithoutLog<PlayDeps>): Router {
  const router = Router();
  const learnerOf = async (authorization: string | undefined): Promise<Asker> => {
    const launch = await deps.authenticate(authorization);
    const { personId, resourceLinkId } = launch;
    if (pageOf(launch) !== 'play' || personId === null || resourceLinkId === null) {
      throw new AppError('session.forbidden');
    }
    return { ...launch, personId, resourceLinkId };
  };
  // First: routes are tried in their order, and nearly every request is one of these.
  router.post('/attempts/:attemptId/actions', async (request, response) => {
    const asker = await learnerOf(request.headers.authorization);
    const batch = parseBody(ActRequest, request.body);
    await deps.checkRoom();
    const answer = await act(withLogOf(request, deps), asker, parseId(request.params.attemptId), batch);
    deps.onWritten();
    const rejected = answer.rejected.length;
    // After a refused action the page begins anew as well, and knows why.
    deps.counts.actions({ sent: batch.actions.length, rejected, diverged: answer.resync && rejected === 0 });
    response.json(answer);
  });
  router.get('/attempt', async (request, response) => {
    response.json(
      await findAttempt(withLogOf(request, deps), await learnerOf(request.headers.authorization)),
    );
  });
  router.post('/attempts', async (request, response) => {
    const asker = await learnerOf(request.headers.authorization);
    await deps.checkRoom();
    const view = await startAttempt(withLogOf(request, deps), asker, parseBody(StartRequest, request.body));
    deps.onWritten();
    response.json(view);
  });
  router.post('/attempts/:attemptId/open', async (request, response) => {
    const asker = await learnerOf(request.headers.authorization);
    const page = parseBody(OpenRequest, request.body);
    const view = await openAttempt(withLogOf(request, deps), asker, parseId(request.params.attemptId), page);
    deps.onWritten();
    response.json(view);
  });
  router.get('/attempts/:attemptId/week', async (request, response) => {
    const asker = await learnerOf(request.headers.authorization);
    response.json(await getWeek(withLogOf(request, deps), asker, parseId(request.params.attemptId)));
  });
  router.get('/attempts/:attemptId/scenes/:sceneId', async (request, response) => {
    const asker = await learnerOf(request.headers.authorization);
    const { attemptId, sceneId } = request.params;
    const scene = await getScene(withLogOf(request, deps), asker, parseId(attemptId), parseId(sceneId));
    deps.onWritten();
    response.json(scene);
  });
  return router;
}
