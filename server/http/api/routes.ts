/**
 * Every route of /api: who may ask it, what it takes, what it answers. Handlers, limits, the description of the API
 * (docs/openapi.json) and the tests that walk or fuzz all routes are made from this table.
 */
import { playRoutes, reportRoutes, reviewRoutes, sessionRoutes } from './learner-routes.ts';
import type { Routes } from './route.ts';
import { selectRoutes, staffActionRoutes, teachRoutes } from './staff-routes.ts';

export const apiRoutes: Routes = {
  ...playRoutes,
  ...sessionRoutes,
  ...selectRoutes,
  ...reviewRoutes,
  ...reportRoutes,
  ...teachRoutes,
  ...staffActionRoutes,
};
