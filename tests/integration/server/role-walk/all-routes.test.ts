/** No route is left out of the walk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../../server/http/api/table/api-routes.ts';
import { routesOfActivities } from './routes-of-activities.ts';
import { routesOfLearners } from './routes-of-learners.ts';
import { erasing, readingsOfOwnData } from './routes-of-own-data.ts';
import { routesOfPeople } from './routes-of-people.ts';
import { routesOfReviews } from './routes-of-reviews.ts';

/** Routes that need no bearer: a code or a refresh token is the secret (tests/integration/lti/sessions.test.ts). */
const bySecret = ['post /session', 'post /session/refresh', 'delete /session'];

const declaration = /\b(?:router|app)\.(?:get|post|put|delete)\(/;

/** Files of server/http that declare routes outside the table of /api. */
function declaringFiles(): string[] {
  const folder = join(import.meta.dirname, '../../../../server/http');
  return readdirSync(folder, { encoding: 'utf8', recursive: true })
    .concat('../app.ts')
    .filter((name) => name.endsWith('.ts') && declaration.test(readFileSync(join(folder, name), 'utf8')));
}

describe('every route of the API', () => {
  it('is covered by the walk', () => {
    const all = [
      ...routesOfLearners,
      ...readingsOfOwnData,
      erasing,
      ...routesOfReviews,
      ...routesOfActivities,
      ...routesOfPeople,
    ];
    const walked = new Set(all.map(({ route }) => route));
    expect([...walked, ...bySecret].sort()).toEqual(Object.keys(apiRoutes).sort());
  });

  it('is declared in the table, and no other file serves anything below /api', () => {
    expect(declaringFiles().sort()).toEqual([
      'health.routes.ts',
      'lti/login-cookie.routes.ts',
      'lti/lti.routes.ts',
      'lti/notices.routes.ts',
      'lti/register.routes.ts',
      'metrics.routes.ts',
      'pages/client.routes.ts',
      'pages/profile.routes.ts',
      'pages/receipt-keys.routes.ts',
    ]);
  });
});
