import { act } from '../../attempts/act.ts';
import { openAttempt } from '../../attempts/open.ts';
import { getScene } from '../../attempts/scene.ts';
import type { AttemptServices } from '../../attempts/services.ts';
import { findAttempt, startAttempt } from '../../attempts/start.ts';
import { getWeek } from '../../attempts/week.ts';
import type { Counts } from '../../metrics/tool-metrics.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';
import type { Handlers } from './table/route.ts';
import type { playRoutes } from './table/play.ts';

export interface PlayDeps extends AttemptServices {
  /** @throws AppError server.backlog if too much waits for delivery */
  readonly checkRoom: () => Promise<void>;
  /** Called after a write: outgoing work may be waiting. */
  readonly onWritten: () => void;
  readonly counts: Pick<Counts, 'actions'>;
}

/** Each acts only for the bearer's learner. */
export function createPlayHandlers(deps: WithoutLog<PlayDeps>): Handlers<typeof playRoutes> {
  return {
    async 'post /attempts/:attemptId/actions'({ asker, params, body, request }) {
      await deps.checkRoom();
      const answer = await act(withLogOf(request, deps), asker, params.attemptId, body);
      deps.onWritten();
      const rejected = answer.rejected.length;
      // A refused action makes the client resync too, but that is no divergence.
      const diverged = answer.resync && rejected === 0;
      deps.counts.actions({ sent: body.actions.length, rejected, diverged });
      return answer;
    },
    'get /attempt': ({ asker, request }) => findAttempt(withLogOf(request, deps), asker),
    async 'post /attempts'({ asker, body, request }) {
      await deps.checkRoom();
      const view = await startAttempt(withLogOf(request, deps), asker, body);
      deps.onWritten();
      return view;
    },
    async 'post /attempts/:attemptId/open'({ asker, params, body, request }) {
      const view = await openAttempt(withLogOf(request, deps), asker, params.attemptId, body);
      deps.onWritten();
      return view;
    },
    'get /attempts/:attemptId/week': ({ asker, params, request }) =>
      getWeek(withLogOf(request, deps), asker, params.attemptId),
    async 'get /attempts/:attemptId/scenes/:sceneId'({ asker, params, request }) {
      const scene = await getScene(withLogOf(request, deps), asker, params.attemptId, params.sceneId);
      deps.onWritten();
      return scene;
    },
  };
}
