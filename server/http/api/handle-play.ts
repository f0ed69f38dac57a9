import { act } from '../../attempts/act.ts';
import { answerBackground, readBackground } from '../../attempts/background.ts';
import { acceptNotice, readNotice } from '../../attempts/notice.ts';
import { openAttempt } from '../../attempts/open.ts';
import { answerResearch, readResearch } from '../../attempts/research.ts';
import { getScene } from '../../attempts/scene.ts';
import type { AttemptServices } from '../../attempts/services.ts';
import { findAttempt, startAttempt } from '../../attempts/start.ts';
import { getWeek } from '../../attempts/week.ts';
import { keepComfort } from '../../launches/comfort.ts';
import { storeCode } from '../../launches/page-url.ts';
import type { DeliveryWatch } from '../../delivery/delivery-watch.ts';
import type { Counts } from '../../metrics/tool-metrics.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';
import type { Handlers } from './table/route.ts';
import type { playRoutes } from './table/play.ts';

export interface PlayDeps extends AttemptServices {
  readonly checkRoom: DeliveryWatch['checkRoom'];
  /** Called after a write: outgoing work may be waiting. */
  readonly onWritten: () => void;
  readonly counts: Pick<Counts, 'actions'>;
  readonly randomToken: () => string;
}

/** Each acts only for the bearer's learner. */
export function createPlayHandlers(deps: WithoutLog<PlayDeps>): Handlers<typeof playRoutes> {
  return {
    async 'post /attempts/:attemptId/actions'({ principal, params, body, request }) {
      await deps.checkRoom({ organisationId: principal.organisationId, attemptId: params.attemptId });
      const answer = await act(withLogOf(request, deps), principal, params.attemptId, body);
      deps.onWritten();
      const rejected = answer.rejected.length;
      // A refused action makes the client resync too, but that is no divergence.
      const diverged = answer.resync && rejected === 0;
      deps.counts.actions({ sent: body.actions.length, rejected, diverged });
      return answer;
    },
    'get /attempt': ({ principal, request }) => findAttempt(withLogOf(request, deps), principal),
    async 'post /attempts'({ principal, body, request }) {
      await deps.checkRoom({ organisationId: principal.organisationId, attemptId: null });
      const view = await startAttempt(withLogOf(request, deps), principal, body);
      deps.onWritten();
      return view;
    },
    'get /notice': ({ principal }) => readNotice(deps, principal),
    async 'post /attempts/:attemptId/notice'({ principal, params, body, request }) {
      await deps.checkRoom({ organisationId: principal.organisationId, attemptId: params.attemptId });
      const { attemptId } = params;
      const view = await acceptNotice(withLogOf(request, deps), principal, attemptId, body.noticeVersion);
      deps.onWritten();
      return view;
    },
    'get /research': ({ principal }) => readResearch(deps, principal),
    async 'post /research'({ principal, body }) {
      const answer = await answerResearch(deps, principal, body);
      deps.onWritten();
      return answer;
    },
    'get /background': ({ principal }) => readBackground(deps, principal),
    'post /background': ({ principal, body }) => answerBackground(deps, principal, body),
    async 'post /attempts/:attemptId/open'({ principal, params, body, request }) {
      const view = await openAttempt(withLogOf(request, deps), principal, params.attemptId, body);
      deps.onWritten();
      return view;
    },
    'get /attempts/:attemptId/week': ({ principal, params, request }) =>
      getWeek(withLogOf(request, deps), principal, params.attemptId),
    async 'get /attempts/:attemptId/scenes/:sceneId'({ principal, params, request }) {
      const scene = await getScene(withLogOf(request, deps), principal, params.attemptId, params.sceneId);
      deps.onWritten();
      return scene;
    },
    'post /comfort': ({ principal, body }) => keepComfort(deps, principal, body),
    // For any browser: the window has none of the cookies that the frame has.
    'post /window': async ({ principal }) => ({ code: await storeCode(deps, principal, null) }),
  };
}
