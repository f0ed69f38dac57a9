/** What staff do for one person. */
import { actsForOwner, seesOwnersAttempt } from './actors.ts';
import type { RouteCase } from './walk.ts';

export const routesOfPeople: readonly RouteCase[] = [
  {
    route: 'get /activity/people/:personId',
    path: (of) => `/api/activity/people/${of.ownerId}`,
    allowed: actsForOwner,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'get /activity/people/:personId/name',
    path: (of) => `/api/activity/people/${of.ownerId}/name`,
    allowed: actsForOwner,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'post /activity/people/:personId/settings',
    path: (of) => `/api/activity/people/${of.ownerId}/settings`,
    body: { withHelper: false, accessNeeds: [], form: null, revision: 0 },
    allowed: actsForOwner,
    seesOwner: seesOwnersAttempt,
  },
  {
    // If the activity has no limit nobody can be allowed one more: a conflict, for whoever may ask.
    route: 'post /activity/people/:personId/attempts',
    path: (of) => `/api/activity/people/${of.ownerId}/attempts`,
    body: { number: 2 },
    allowed: [],
    asks: actsForOwner,
    seesOwner: [],
  },
  {
    route: 'post /activity/attempts/:attemptId/reopen',
    path: (of) => `/api/activity/attempts/${of.attemptId}/reopen`,
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'post /activity/attempts/:attemptId/validity',
    path: (of) => `/api/activity/attempts/${of.attemptId}/validity`,
    body: { state: 'valid' },
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'post /activity/attempts/:attemptId/note',
    path: (of) => `/api/activity/attempts/${of.attemptId}/note`,
    body: { text: '', revision: 0 },
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'post /activity/review-requests/:requestId/answer',
    path: (of) => `/api/activity/review-requests/${of.requestId}/answer`,
    body: { text: 'On en parle jeudi.' },
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
];
