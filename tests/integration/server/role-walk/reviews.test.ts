import { describe } from 'vitest';
import { routesOfReviews } from './routes-of-reviews.ts';
import { walkRoutes } from './walk.ts';

describe('the routes of reviews', () => {
  walkRoutes(routesOfReviews);
});
