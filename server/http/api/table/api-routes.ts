/** Handlers, limits, docs/openapi.json and the tests of all routes are made from this table. */
import { ownDataRoutes } from './own-data.ts';
import { playRoutes } from './play.ts';
import { reportRoutes } from './report.ts';
import { reviewRoutes } from './review.ts';
import { selectRoutes } from './select.ts';
import { sessionRoutes } from './session.ts';
import { staffActionRoutes } from './staff-actions.ts';
import { teachRoutes } from './teach.ts';
import type { Routes } from './route.ts';

export const apiRoutes: Routes = {
  ...playRoutes,
  ...ownDataRoutes,
  ...sessionRoutes,
  ...selectRoutes,
  ...reviewRoutes,
  ...reportRoutes,
  ...teachRoutes,
  ...staffActionRoutes,
};
