import { describe } from 'vitest';
import { routesOfActivities } from './routes-of-activities.ts';
import { walkRoutes } from './walk.ts';

describe('the routes of an activity’s page', () => {
  walkRoutes(routesOfActivities);
});
