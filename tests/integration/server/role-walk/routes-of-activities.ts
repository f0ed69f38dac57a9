/** The page of an activity: everybody in it, its files and what concerns all. */
import { limited, staffSeeingOwner, teachers } from './actors.ts';
import type { RouteCase } from './walk.ts';

const seesWholeActivity = teachers.filter((actor) => !limited.includes(actor));

export const routesOfActivities: readonly RouteCase[] = [
  { route: 'get /resources', path: () => '/api/resources', allowed: teachers, seesOwner: [] },
  {
    route: 'get /activity',
    path: () => '/api/activity',
    // The row of the other organisation's activity was never made: a launch always makes one.
    allowed: teachers.filter((actor) => actor !== 'staff of another organisation'),
    seesOwner: staffSeeingOwner,
  },
  {
    route: 'get /activity/connection',
    path: () => '/api/activity/connection',
    allowed: teachers,
    seesOwner: [],
  },
  { route: 'get /activity/roster', path: () => '/api/activity/roster', allowed: teachers, seesOwner: [] },
  {
    route: 'post /activity/grades/:gradeId/resend',
    path: (of) => `/api/activity/grades/${of.gradeId}/resend`,
    allowed: staffSeeingOwner,
    seesOwner: [],
  },
  // What the gradebook gets anyway, so that nothing is sent again.
  {
    route: 'post /activity/grade-kind',
    path: () => '/api/activity/grade-kind',
    body: { kind: 'measure' },
    allowed: seesWholeActivity,
    seesOwner: [],
  },
  {
    route: 'get /activity/statements',
    path: () => '/api/activity/statements?purpose=operational',
    allowed: teachers,
    seesOwner: staffSeeingOwner,
  },
  {
    route: 'get /activity/statements',
    path: (of) => `/api/activity/statements?purpose=operational&person=${of.ownerId}`,
    // The owner plays in the other activity too: its staff get what they did there, and nothing of this one.
    allowed: [...staffSeeingOwner, 'staff of another activity'],
    seesOwner: staffSeeingOwner,
  },
  {
    route: 'get /activity/statements',
    path: (of) => `/api/activity/statements?purpose=operational&attempt=${of.attemptId}`,
    allowed: staffSeeingOwner,
    seesOwner: staffSeeingOwner,
  },
  {
    route: 'get /activity/people',
    path: () => '/api/activity/people?language=fr',
    allowed: teachers.filter((actor) => actor !== 'staff of another organisation'),
    seesOwner: staffSeeingOwner,
  },
  {
    route: 'get /activity/items',
    path: () => '/api/activity/items',
    allowed: teachers,
    // Figures of everyone together, without anybody's own work.
    seesOwner: [],
  },
  { route: 'post /practice', path: () => '/api/practice', allowed: teachers, seesOwner: [] },
  {
    route: 'get /activity/columns',
    path: () => '/api/activity/columns',
    allowed: seesWholeActivity.filter((actor) => actor !== 'staff of another organisation'),
    seesOwner: [],
  },
  {
    route: 'post /activity/columns',
    path: () => '/api/activity/columns',
    body: { url: 'https://elsewhere.example/items/1' },
    allowed: seesWholeActivity.filter((actor) => actor !== 'staff of another organisation'),
    seesOwner: [],
  },
  { route: 'get /activity/groups', path: () => '/api/activity/groups', allowed: teachers, seesOwner: [] },
  {
    // Nothing at all, so that nothing changes. Staff of other activities give it in theirs.
    route: 'post /activity/groups',
    path: () => '/api/activity/groups',
    body: { groupId: 'cohort-a', withHelper: false, accessNeeds: [], extraAttempts: 0, revision: 0 },
    allowed: teachers.filter((actor) => actor !== 'staff of another group' && actor !== 'staff in no group'),
    seesOwner: [],
  },
];
