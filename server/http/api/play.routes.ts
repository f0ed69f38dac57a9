/** The learner's API: their own attempt and its scenes; its actions are in actions.route.ts. */
import { Router } from 'express';
import { openAttempt } from '../../attempts/open.ts';
import { getScene } from '../../attempts/scene.ts';
import { getWeek } from '../../attempts/week.ts';
import { findAttempt, startAttempt } from '../../attempts/start.ts';
import { OpenRequest, StartRequest } from '../../contract/play.ts';
import { parseBody, parseId } from '../parse.ts';
import { createLearnerOf, type PlayDeps } from './play-deps.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';

/** Routes below /api. Every one acts for the learner of the bearer's launch and no one else. */
export function createPlayRouter(deps: WithoutLog<PlayDeps>): Router {
  const router = Router();
  const learnerOf = createLearnerOf(deps);
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
