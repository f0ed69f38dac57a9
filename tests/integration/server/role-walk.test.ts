/** Every route of /api, requested by everyone it is not for: nobody reads what belongs to another. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptView } from '../../../server/contract/play.ts';
import { apiRoutes } from '../../../server/http/api/table/api-routes.ts';
import { createAttempt, sampleGrade, sampleProgress } from '../../contract/storage/sample-attempts.ts';
import { arePromisesFollowed } from '../../support/followed-promises.ts';
import { type ApiAnswer, RoleWorld } from '../../support/role-world.ts';

let world: RoleWorld;
const tokens = new Map<Actor, string>();
let attemptId = '';
/** The owner's first attempt, finished before `attemptId` began. */
const earlierId = 'attempt-of-the-owner-before';
let ownerId = '';
/** The owner asks for a review of their attempt. */
const requestId = 'request-of-the-owner';
/** On its way to the gradebook of the owner's activity. */
const gradeId = 'grade-of-a-fellow';

const staff = { role: 'staff', lineItemUrl: null } as const;
/** Staff who see only people of their groups: the owner and the fellow learner are in `cohort-a`. */
const staffOf = (...own: string[]) =>
  ({ ...staff, groupAccess: { own, namesUrl: null, reach: 'own' } }) as const;

/** The owner of the attempt first; the others by what sets them apart. */
const actors = {
  owner: () => world.enter('ours', 'owner'),
  'the owner in another activity of the course': () =>
    world.enter('ours', 'owner', { resourceLinkId: 'link-2' }),
  'the owner trying out': () => world.enter('ours', 'owner', { practice: true, lineItemUrl: null }),
  'a fellow learner': () => world.enter('ours', 'fellow'),
  'a learner of another course': () =>
    world.enter('ours', 'stranger', { resourceLinkId: 'link-3', contextId: 'course-3' }),
  'staff of the activity': () => world.enter('ours', 'teacher', staff),
  'staff of the owner’s group': () => world.enter('ours', 'teacher-a', staffOf('cohort-a', 'cohort-c')),
  'staff of another group': () => world.enter('ours', 'teacher-b', staffOf('cohort-b')),
  'staff in no group': () => world.enter('ours', 'teacher-c', staffOf()),
  'staff of another group who review the owner': async () =>
    world.enter('ours', 'teacher-b', {
      ...staffOf('cohort-b'),
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'staff of the owner’s group who review the owner': async () =>
    world.enter('ours', 'teacher-a', {
      ...staffOf('cohort-a'),
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'staff of another activity': () => world.enter('ours', 'teacher', { ...staff, resourceLinkId: 'link-2' }),
  'staff of another course': () =>
    world.enter('ours', 'teacher-3', { ...staff, resourceLinkId: 'link-3', contextId: 'course-3' }),
  'staff who choose an activity': () =>
    world.enter('ours', 'teacher', {
      ...staff,
      message: 'deep-linking',
      resourceLinkId: null,
      selection: {
        returnUrl: 'https://lms.example/back',
        acceptTypes: ['ltiResourceLink'],
        acceptMultiple: true,
        acceptLineItem: true,
        data: null,
      },
    }),
  'staff who review the owner': async () =>
    world.enter('ours', 'teacher', {
      ...staff,
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'staff who review a fellow learner': async () =>
    world.enter('ours', 'teacher', {
      ...staff,
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'fellow'),
    }),
  'a fellow learner who reviews their own work': async () =>
    world.enter('ours', 'fellow', {
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'fellow'),
    }),
  'the owner who reviews their own work': async () =>
    world.enter('ours', 'owner', {
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'a fellow learner whose review names the owner': async () =>
    world.enter('ours', 'fellow', {
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'staff who review somebody who never came': () =>
    world.enter('ours', 'teacher', { ...staff, message: 'submission-review', reviewedPersonId: null }),
  'staff of another activity who review the owner': async () =>
    world.enter('ours', 'teacher', {
      ...staff,
      resourceLinkId: 'link-2',
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  'a learner of another organisation': () => world.enter('theirs', 'owner'),
  'staff of another organisation': () => world.enter('theirs', 'teacher', staff),
  'staff of another organisation who review': async () =>
    world.enter('theirs', 'teacher', {
      ...staff,
      message: 'submission-review',
      // A forged row could not name a person of ours; if it did, it would still find nothing.
      reviewedPersonId: await world.getPersonId('ours', 'owner'),
    }),
  nobody: () => Promise.resolve(''),
} as const satisfies Record<string, () => Promise<string>>;
type Actor = keyof typeof actors;
const everyone = Object.keys(actors) as Actor[];

const play: readonly Actor[] = [
  'owner',
  'the owner in another activity of the course',
  'the owner trying out',
  'a fellow learner',
  'a learner of another course',
  'a learner of another organisation',
];

const reviewers: readonly Actor[] = [
  'staff who review the owner',
  'staff of the owner’s group who review the owner',
  'staff of another group who review the owner',
  'staff who review a fellow learner',
  'staff who review somebody who never came',
  'staff of another activity who review the owner',
  'staff of another organisation who review',
  'a fellow learner who reviews their own work',
  'a fellow learner whose review names the owner',
  'the owner who reviews their own work',
];
/** Two actors who differ only in that groups limit the second, who shares one with the owner. */
const staffSeeingOwner: readonly Actor[] = ['staff of the activity', 'staff of the owner’s group'];
const reviewersOfOwner: readonly Actor[] = [
  'staff who review the owner',
  'staff of the owner’s group who review the owner',
];
const seesOwnersAttempt: readonly Actor[] = [...staffSeeingOwner, ...reviewersOfOwner];
const seesOwnersWork: readonly Actor[] = [...seesOwnersAttempt, 'the owner who reviews their own work'];

/** Whoever plays, and learners who opened their own grade. */
const readers: readonly Actor[] = [
  ...play,
  'a fellow learner who reviews their own work',
  'a fellow learner whose review names the owner',
  'the owner who reviews their own work',
];
const readsOwner: readonly Actor[] = ['owner', 'the owner who reviews their own work'];

/** Nothing that concerns everybody is theirs to change. */
const limited: readonly Actor[] = [
  'staff of the owner’s group',
  'staff of another group',
  'staff in no group',
];
const teachers: readonly Actor[] = [
  'staff of the activity',
  ...limited,
  'staff of another activity',
  'staff of another course',
  'staff of another organisation',
];

/** The owner opened two activities of the course: the staff of each may act for them there. */
const actsForOwner: readonly Actor[] = [
  ...seesOwnersAttempt,
  ...(['staff of another activity', 'staff of another activity who review the owner'] as const),
];

interface Route {
  /** As in server/http/api/table/api-routes.ts. */
  readonly route: string;
  readonly path: () => string;
  readonly body?: unknown;
  /** Roles that get their own data; the owner's only if `seesOwner` says so. */
  readonly allowed: readonly Actor[];
  /** Roles that may ask and get a conflict, not a refusal, because it is impossible. */
  readonly asks?: readonly Actor[];
  readonly seesOwner: readonly Actor[];
}

const action = { actionSeq: 1, tMs: 5, clientAt: 1, sceneId: null, action: { app: 'frame', type: 'resume' } };
const start = { noticeVersion: '2', language: 'fr', number: 1 };

const routes: readonly Route[] = [
  { route: 'get /attempt', path: () => '/api/attempt', allowed: play, seesOwner: ['owner'] },
  { route: 'post /attempts', path: () => '/api/attempts', body: start, allowed: play, seesOwner: ['owner'] },
  {
    route: 'post /attempts/:attemptId/open',
    path: () => `/api/attempts/${attemptId}/open`,
    body: { writer: 'own-page', tMs: 1 },
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'get /attempts/:attemptId/scenes/:sceneId',
    path: () => `/api/attempts/${attemptId}/scenes/1`,
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'get /attempts/:attemptId/week',
    path: () => `/api/attempts/${attemptId}/week`,
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'post /attempts/:attemptId/actions',
    path: () => `/api/attempts/${attemptId}/actions`,
    body: { contractVersion: 1, epoch: 1, actions: [action], stateHash: null },
    allowed: ['owner'],
    seesOwner: ['owner'],
  },
  {
    route: 'get /select',
    path: () => '/api/select',
    allowed: ['staff who choose an activity'],
    seesOwner: [],
  },
  {
    route: 'get /select/connection',
    path: () => '/api/select/connection',
    allowed: ['staff who choose an activity'],
    seesOwner: [],
  },
  {
    route: 'post /select',
    path: () => '/api/select',
    body: { cancel: true },
    allowed: ['staff who choose an activity'],
    seesOwner: [],
  },
  {
    route: 'get /review',
    path: () => '/api/review',
    allowed: reviewers,
    seesOwner: [...reviewersOfOwner, 'the owner who reviews their own work'],
  },
  {
    route: 'get /review/:attemptId',
    path: () => `/api/review/${attemptId}`,
    allowed: seesOwnersWork,
    seesOwner: seesOwnersWork,
  },
  {
    route: 'get /review/:attemptId/timeline',
    path: () => `/api/review/${attemptId}/timeline`,
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'get /review/:attemptId',
    path: () => `/api/review/${earlierId}`,
    allowed: seesOwnersWork,
    seesOwner: seesOwnersWork,
  },
  {
    route: 'get /review/:attemptId/timeline',
    path: () => `/api/review/${earlierId}/timeline`,
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  { route: 'get /report', path: () => '/api/report', allowed: readers, seesOwner: readsOwner },
  {
    route: 'get /report/:attemptId',
    path: () => `/api/report/${earlierId}`,
    allowed: readsOwner,
    seesOwner: readsOwner,
  },
  {
    route: 'get /report/:attemptId',
    path: () => `/api/report/${attemptId}`,
    allowed: readsOwner,
    seesOwner: readsOwner,
  },
  {
    route: 'post /report/:attemptId/review-request',
    path: () => `/api/report/${attemptId}/review-request`,
    body: { text: '' },
    allowed: readsOwner,
    seesOwner: readsOwner,
  },
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
    path: () => `/api/activity/grades/${gradeId}/resend`,
    allowed: staffSeeingOwner,
    seesOwner: [],
  },
  // What the gradebook gets anyway, so that nothing is sent again.
  {
    route: 'post /activity/grade-kind',
    path: () => '/api/activity/grade-kind',
    body: { kind: 'measure' },
    allowed: teachers.filter((actor) => !limited.includes(actor)),
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
    path: () => `/api/activity/statements?purpose=operational&person=${ownerId}`,
    // The owner plays in the other activity too: its staff get what they did there, and nothing of this one.
    allowed: [...staffSeeingOwner, 'staff of another activity'],
    seesOwner: staffSeeingOwner,
  },
  {
    route: 'get /activity/statements',
    path: () => `/api/activity/statements?purpose=operational&attempt=${attemptId}`,
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
    route: 'get /activity/people/:personId',
    path: () => `/api/activity/people/${ownerId}`,
    allowed: actsForOwner,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'post /activity/people/:personId/settings',
    path: () => `/api/activity/people/${ownerId}/settings`,
    body: { withHelper: false, accessNeeds: [], form: null, revision: 0 },
    allowed: actsForOwner,
    seesOwner: seesOwnersAttempt,
  },
  {
    // If the activity has no limit nobody can be allowed one more: a conflict, for whoever may ask.
    route: 'post /activity/people/:personId/attempts',
    path: () => `/api/activity/people/${ownerId}/attempts`,
    body: { number: 2 },
    allowed: [],
    asks: actsForOwner,
    seesOwner: [],
  },
  {
    route: 'post /activity/attempts/:attemptId/reopen',
    path: () => `/api/activity/attempts/${attemptId}/reopen`,
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'post /activity/attempts/:attemptId/validity',
    path: () => `/api/activity/attempts/${attemptId}/validity`,
    body: { state: 'valid' },
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'post /activity/attempts/:attemptId/note',
    path: () => `/api/activity/attempts/${attemptId}/note`,
    body: { text: '', revision: 0 },
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'post /activity/review-requests/:requestId/answer',
    path: () => `/api/activity/review-requests/${requestId}/answer`,
    body: { text: 'On en parle jeudi.' },
    allowed: seesOwnersAttempt,
    seesOwner: seesOwnersAttempt,
  },
  {
    route: 'get /activity/items',
    path: () => '/api/activity/items',
    allowed: teachers,
    // Figures of everyone together, without anybody's own work.
    seesOwner: [],
  },
  { route: 'post /practice', path: () => '/api/practice', allowed: teachers, seesOwner: [] },
];

/** Routes that need no bearer: a code or a refresh token is the secret (tests/integration/lti/sessions.test.ts). */
const bySecret = ['post /session', 'post /session/refresh', 'delete /session'];

async function ask(actor: Actor, route: Route): Promise<ApiAnswer> {
  const method = route.route.split(' ', 1)[0]?.toUpperCase() ?? '';
  return world.call(method, route.path(), tokens.get(actor) ?? null, route.body);
}

/** The owner's attempt as rows: it must stay the same after every request. */
async function standing(): Promise<unknown> {
  const { storage } = world.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  return storage.attempts.find(organisation?.id ?? '', attemptId);
}

async function addEarlier(): Promise<void> {
  const { storage } = world.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const own = { id: earlierId, organisationId: organisation?.id ?? '', personId: ownerId };
  const progress = sampleProgress(1, { status: 'finished' });
  await createAttempt(storage, { ...own, platformId: 'ours', number: 1 }, 1, { progress });
}

async function addGrade(): Promise<void> {
  const { storage } = world.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const personId = await world.getPersonId('ours', 'fellow');
  const own = { id: 'attempt-of-a-fellow', organisationId: organisation?.id ?? '', personId };
  const gradeIntents = [sampleGrade(own, { id: gradeId })];
  const [study] = await storage.studies.list(own.organisationId, { limit: 1 });
  const place = { platformId: 'ours', studyId: study?.id ?? '' };
  await createAttempt(storage, { ...own, ...place, number: 99 }, 1, { gradeIntents });
}

async function joinGroups(): Promise<void> {
  const { groups, organisations } = world.context.storage;
  const [organisation] = await organisations.list({ limit: 1 });
  const row = {
    organisationId: organisation?.id ?? '',
    resourceLinkId: 'link-1',
    reach: 'own',
    askedAt: 0,
  } as const;
  for (const personId of [ownerId, await world.getPersonId('ours', 'fellow')]) {
    await groups.put({ ...row, personId, groupIds: ['cohort-a'] });
  }
}

async function askReview(): Promise<void> {
  const { storage } = world.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  await storage.reviewRequests.ask({
    id: requestId,
    organisationId: organisation?.id ?? '',
    attemptId,
    personId: ownerId,
    resourceLinkId: 'link-1',
    askedAt: 1,
    sealedText: null,
    answeredAt: null,
    sealedAnswer: null,
  });
}

beforeAll(async () => {
  world = await RoleWorld.start();
  for (const [link, course] of [
    ['link-1', 'course-1'],
    ['link-2', 'course-1'],
    ['link-3', 'course-3'],
  ] as const) {
    await world.addActivity('ours', link, course);
  }
  await world.addActivity('theirs', 'link-of-theirs', 'course-1');
  const owner = await world.enter('ours', 'owner');
  ownerId = await world.getPersonId('ours', 'owner');
  await addEarlier();
  await world.enter('ours', 'fellow');
  const started = await world.call('POST', '/api/attempts', owner, { ...start, number: 2 });
  attemptId = (JSON.parse(started.text) as AttemptView).id;
  await world.call('POST', `/api/attempts/${attemptId}/open`, owner, { writer: 'own-page', tMs: 1 });
  await world.call('GET', `/api/attempts/${attemptId}/scenes/1`, owner);
  await addGrade();
  await askReview();
  await joinGroups();
  for (const actor of everyone) tokens.set(actor, await actors[actor]());
});
afterAll(() => world.close());

const declaration = /\b(?:router|app)\.(?:get|post|put|delete)\(/;

/** Files of server/http that declare routes outside the table of /api. */
function declaringFiles(): string[] {
  const folder = join(import.meta.dirname, '../../../server/http');
  return readdirSync(folder, { encoding: 'utf8', recursive: true })
    .concat('../app.ts')
    .filter((name) => name.endsWith('.ts') && declaration.test(readFileSync(join(folder, name), 'utf8')));
}

describe('every route of the API', () => {
  it('is covered by this test', () => {
    const walked = new Set(routes.map(({ route }) => route));
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

  it.each(routes)(
    'serves $route only to the roles allowed, and about an owner only to those allowed',
    async (route) => {
      const before = await standing();
      for (const actor of everyone.filter((one) => one !== 'owner')) {
        const { status, text } = await ask(actor, route);
        const isAllowed = route.allowed.includes(actor);
        expect([actor, isAllowed, status < 400]).toEqual([actor, isAllowed, isAllowed]);
        if (!isAllowed) {
          const refusals = route.asks?.includes(actor) === true ? [409] : [401, 403, 404];
          expect([actor, refusals.includes(status)]).toEqual([actor, true]);
          expect(text.length).toBeLessThan(300);
        }
        if (!route.seesOwner.includes(actor)) {
          const seen = [attemptId, earlierId].filter((id) => text.includes(id));
          expect([actor, seen]).toEqual([actor, []]);
        }
      }
      expect(await standing()).toEqual(before);
      const own = await ask('owner', route);
      expect(own.status < 400).toBe(route.allowed.includes('owner'));
    },
  );

  it('leaves promise tracking off in Node, which would slow all requests', async () => {
    expect(await arePromisesFollowed()).toBe(false);
  });

  it('writes no log line without its request’s id', () => {
    const lines = world.logLines.map((line) => JSON.parse(line) as { msg: string; requestId?: unknown });
    expect(lines.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['request.answered', 'request.refused', 'audit.recorded']),
    );
    const lost = lines.filter(({ requestId }) => typeof requestId !== 'string');
    expect(lost.map(({ msg }) => msg)).toEqual([]);
  });
});
