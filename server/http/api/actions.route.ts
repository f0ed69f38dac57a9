/** The learner's actions. Nearly every request is one of these: it stands before all routers, and is answered plainly. */
import type { RequestHandler } from 'express';
import { act } from '../../attempts/act.ts';
import type { Counts } from '../../metrics/tool-metrics.ts';
import { ActRequest } from '../../contract/play.ts';
import { parseBody, parseId } from '../parse.ts';
import { createLearnerOf, type PlayDeps } from './play-deps.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';

interface ActionsDeps extends PlayDeps {
  readonly counts: Pick<Counts, 'actions'>;
}

/** POST /api/attempts/:attemptId/actions takes a batch of the bearer's own attempt, and of no one else's; the body is parsed before. */
export function createActionsRoute(deps: WithoutLog<ActionsDeps>): RequestHandler {
  const learnerOf = createLearnerOf(deps);
  return async (request, response) => {
    const asker = await learnerOf(request.headers.authorization);
    const batch = parseBody(ActRequest, request.body);
    await deps.checkRoom();
    const answer = await act(withLogOf(request, deps), asker, parseId(request.params.attemptId), batch);
    deps.onWritten();
    const rejected = answer.rejected.length;
    // After a refused action the page begins anew as well, and knows why.
    deps.counts.actions({ sent: batch.actions.length, rejected, diverged: answer.resync && rejected === 0 });
    // As `response.json` would, without looking up settings and parsing its own type each time: 4 % of the whole.
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(answer));
  };
}
