import { describe } from 'vitest';
import { routesOfPeople } from './routes-of-people.ts';
import { walkRoutes } from './walk.ts';

describe('the routes of one person', () => {
  walkRoutes(routesOfPeople);
});
