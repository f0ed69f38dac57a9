/** The work of one person, from the gradebook or the activity. */
import { reviewers, reviewersOfOwner, seesOwnersAttempt, seesOwnersWork } from './actors.ts';
import type { RouteCase } from './walk.ts';

export const routesOfReviews: readonly RouteCase[] = [
  {
    route: 'get /review',
    path: () => '/api/review',
    allowed: reviewers,
    seesOwner: [...reviewersOfOwner, 'the owner who reviews their own work'],
  },
  {
    route: 'get /review/:attemptId',
    path: (of) => `/api/review/${of.attemptId}`,
    allowed: seesOwnersWork,
    seesOwner: seesOwnersWork,
  },
  {
    route: 'get /review/:attemptId/timeline',
    path: (of) => `/api/review/${of.attemptId}/timeline`,
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'get /review/:attemptId',
    path: (of) => `/api/review/${of.earlierId}`,
    allowed: seesOwnersWork,
    seesOwner: seesOwnersWork,
  },
  {
    route: 'get /review/:attemptId/timeline',
    path: (of) => `/api/review/${of.earlierId}/timeline`,
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
];
