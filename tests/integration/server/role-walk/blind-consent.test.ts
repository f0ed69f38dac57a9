/** Staff get the same bytes whatever a person answers about research (ADR 48) and about themselves (ADR 58). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BackgroundAnswers, noBackground } from '../../../../server/contract/background.ts';
import type { AttemptAnswer } from '../../../../server/contract/play.ts';
import type { ResearchAnswer } from '../../../../server/contract/research.ts';
import { changeTexts } from '../../../../server/organisations/manage-studies.ts';
import { sampleFacts } from '../../../contract/storage/study-texts.ts';
import { sampleDestination } from '../../../contract/storage/sample-attempts.ts';
import { actors } from './actors.ts';
import { routesOfActivities } from './routes-of-activities.ts';
import { routesOfPeople } from './routes-of-people.ts';
import { routesOfReviews } from './routes-of-reviews.ts';
import { type RouteCase, Walk } from './walk.ts';

const readers = [
  'staff of the activity',
  'staff who review the owner',
  'staff of the owner’s group',
  'staff of the owner’s group who review the owner',
  'staff of another group',
] as const;
/** Every file that staff can choose. */
const files: readonly RouteCase['path'][] = [
  () => '/api/activity/people?language=en',
  ...['1', '2', '3'].map((tier) => () => `/api/activity/statements?purpose=operational&tier=${tier}`),
  (of) => `/api/activity/statements?purpose=operational&person=${of.ownerId}&tier=2`,
  (of) => `/api/activity/statements?purpose=operational&attempt=${of.earlierId}`,
  (of) => `/api/review/${of.attemptId}/timeline?from=2`,
];
const reads = [
  ...[...routesOfActivities, ...routesOfPeople, ...routesOfReviews].filter(({ route }) =>
    route.startsWith('get '),
  ),
  ...files.map((path) => ({ route: 'get a file', path })),
];

const ending = {
  contractVersion: 1,
  epoch: 1,
  actions: [
    { actionSeq: 1, tMs: 5, clientAt: 1, sceneId: null, action: { app: 'frame', type: 'end' } } as const,
  ],
  stateHash: null,
};
const flipped: readonly BackgroundAnswers[] = [
  { ageGroup: 'under-18', schooling: 'no-diploma', firstLanguage: 'french', computerYears: 'under-1' },
  { ageGroup: '65-and-over', schooling: 'other', firstLanguage: 'other', computerYears: 'over-10' },
  { ...noBackground, firstLanguage: 'indigenous' },
  noBackground,
];

let walk: Walk;
let organisationId: string;
beforeAll(async () => {
  walk = await Walk.start();
  const { context } = walk.world;
  const [organisation] = await context.storage.organisations.list({ limit: 1 });
  organisationId = organisation?.id ?? '';
  const [study] = await context.storage.studies.list(organisationId, { limit: 1 });
  if (study === undefined) throw new Error('no study');
  await changeTexts(context, study, sampleFacts);
  // A store of research that is in trouble gets something only if somebody agrees.
  await context.storage.destinations.put(
    sampleDestination({
      organisationId,
      studyId: study.id,
      purpose: 'research',
      status: 'paused',
      pausedBecause: 'store.refuses-login',
    }),
  );
});
afterAll(() => walk.world.close());

/** All that staff, the LMS and operational record stores get. */
async function everything(): Promise<Record<string, unknown>> {
  const { storage } = walk.world.context;
  const found: Record<string, unknown> = {};
  for (const reader of readers) {
    // Limits count by launch.
    const bearer = await actors[reader](walk.world);
    for (const route of reads) {
      const { status, text } = await walk.world.call('GET', route.path(walk.of), bearer);
      // Random for each refusal.
      const body = text.replace(/"errorId":"[\w-]+"/, '"errorId":""');
      found[`${reader}: ${route.route} ${route.path(walk.of)}`] = [status, body];
    }
  }
  for (const id of [walk.of.attemptId, walk.of.earlierId]) {
    const page = { fromSeq: 1, limit: 500 };
    found[`entries of ${id}`] = await storage.attempts.listEntries(organisationId, id, page);
    found[`statements of ${id}`] = await storage.attempts.listStatements(organisationId, id, page);
    found[`grades of ${id}`] = await storage.grades.listByAttempt(organisationId, id);
  }
  return found;
}

async function say(answer: string, future = false): Promise<void> {
  const question = await walk.world.call('GET', '/api/research', await ownersToken());
  const { version } = (JSON.parse(question.text) as ResearchAnswer).question ?? { version: '' };
  const body = { version, language: 'fr', answer, future };
  const { status } = await walk.world.call('POST', '/api/research', await ownersToken(), body);
  expect([answer, status]).toEqual([answer, 200]);
}

async function tell(answers: BackgroundAnswers): Promise<void> {
  const { status } = await walk.world.call('POST', '/api/background', await ownersToken(), { answers });
  expect([answers, status]).toEqual([answers, 200]);
}

let token: string | null = null;
async function ownersToken(): Promise<string> {
  return (token ??= await walk.world.enter('ours', 'owner'));
}

/** The study told something new since the attempt began: no answer is taken before. */
async function acceptNotice(): Promise<void> {
  const found = await walk.world.call('GET', '/api/attempt', await ownersToken());
  const { noticeVersion } = JSON.parse(found.text) as AttemptAnswer;
  const path = `/api/attempts/${walk.of.attemptId}/notice`;
  expect((await walk.world.call('POST', path, await ownersToken(), { noticeVersion })).status).toBe(200);
}

it('flips every answer, and staff get the same bytes', async () => {
  await acceptNotice();
  const before = await everything();
  const given = Object.values(before).filter((one) => Array.isArray(one) && one[0] === 200);
  expect(given.length).toBeGreaterThanOrEqual(60);
  for (const answer of ['later', 'refused', 'given', 'withdrawn', 'given', 'refused'] as const) {
    await say(answer, answer === 'given');
    expect({ answer, ...(await everything()) }).toEqual({ answer, ...before });
  }
});

it('gives staff the same bytes when a yes to other research alone is taken back', async () => {
  await say('given', true);
  const before = await everything();
  await say('given', false);
  expect(await everything()).toEqual(before);
});

it('flips every background answer, and staff get the same bytes', async () => {
  // The questions wait for the end of the play.
  await walk.world.call('POST', `/api/attempts/${walk.of.attemptId}/actions`, await ownersToken(), ending);
  await say('given');
  const before = await everything();
  for (const answers of flipped) {
    await tell(answers);
    expect({ answers, ...(await everything()) }).toEqual({ answers, ...before });
  }
});

it.each(['research', 'background'] as const)(
  'refuses staff the questions and every answer: %s',
  async (what) => {
    for (const reader of readers) {
      const asked = await walk.ask(reader, {
        route: `get /${what}`,
        path: () => `/api/${what}`,
        allowed: [],
        seesOwner: [],
      });
      expect([reader, asked.status]).toEqual([reader, 403]);
    }
  },
);
