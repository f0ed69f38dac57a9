import { describe } from 'vitest';
import { routesOfLearners } from './routes-of-learners.ts';
import { walkRoutes } from './walk.ts';

describe('the routes of learners', () => {
  walkRoutes(routesOfLearners);
});
