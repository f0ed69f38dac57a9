/** Handlers, limits, docs/openapi.json and the tests of all routes are made from this table. */
import { playRoutes, reportRoutes, reviewRoutes, sessionRoutes } from './play.ts';
import type { Routes } from './route.ts';
import { selectRoutes, staffActionRoutes, teachRoutes } from './staff-actions.ts';

export const apiRoutes: Routes = {
  ...playRoutes,
  ...sessionRoutes,
  ...selectRoutes,
  ...reviewRoutes,
  ...reportRoutes,
  ...teachRoutes,
  ...staffActionRoutes,
};
