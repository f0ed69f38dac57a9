import { type ErrorRequestHandler, Router } from 'express';
import { AppError } from '../../base/errors.ts';
import type { Sessions } from '../../launches/sessions.ts';
import { type AuthenticateDeps, createAuthenticate } from '../authenticate.ts';
import { limitPerLaunch, limitRefusals } from '../limits.ts';
import type { WithoutLog } from '../request-log.ts';
import { createOwnDataHandlers } from './handle-own-data.ts';
import { createPlayHandlers, type PlayDeps } from './handle-play.ts';
import { createReportHandlers } from './handle-report.ts';
import { createReviewHandlers } from './handle-review.ts';
import { createSelectHandlers, type PickerDeps } from './handle-select.ts';
import { serveTable } from './serve-table.ts';
import { ownDataRoutes } from './table/own-data.ts';
import { playRoutes } from './table/play.ts';
import { reportRoutes } from './table/report.ts';
import { reviewRoutes } from './table/review.ts';
import { selectRoutes } from './table/select.ts';
import { staffActionRoutes } from './table/staff-actions.ts';
import { teachRoutes } from './table/teach.ts';
import { createSessionRouter } from './handle-session.ts';
import { createStaffActionHandlers, type StaffActionsDeps } from './handle-staff-actions.ts';
import { createTeachHandlers, type TeachDeps } from './handle-teach.ts';

type ApiDeps = WithoutLog<PlayDeps & StaffActionsDeps & TeachDeps> &
  PickerDeps &
  AuthenticateDeps & { readonly sessions: Sessions };

/** Per launch and minute; fast people make dozens. */
const requestsPerMinute = 600;
/** Per address and minute; more than a classroom makes. */
const refusedBearersPerMinute = 600;

export function createApiRouter(deps: ApiDeps): Router {
  const router = Router();
  const access = { authenticate: createAuthenticate(deps), limit: limitPerLaunch(requestsPerMinute) };
  serveTable(router, playRoutes, createPlayHandlers(deps), access);
  serveTable(router, ownDataRoutes, createOwnDataHandlers(deps), access);
  router.use(createSessionRouter({ sessions: deps.sessions }));
  serveTable(router, selectRoutes, createSelectHandlers(deps), access);
  serveTable(router, reviewRoutes, createReviewHandlers(deps), access);
  serveTable(router, reportRoutes, createReportHandlers(deps), access);
  serveTable(router, teachRoutes, createTeachHandlers(deps), access);
  serveTable(router, staffActionRoutes, createStaffActionHandlers(deps), access);
  router.use(slowGuessedBearers());
  return router;
}

function slowGuessedBearers(): ErrorRequestHandler {
  const { countThrown } = limitRefusals(refusedBearersPerMinute);
  return (thrown: unknown, request, response, next) => {
    const refused = thrown instanceof AppError && thrown.code === 'session.expired';
    if (refused) countThrown(thrown, request, response, next);
    else next(thrown);
  };
}
