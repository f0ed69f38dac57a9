/** Scenes that conflict with a person's access needs are omitted from a new attempt. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAnswer, AttemptView } from '../../../server/contract/play.ts';
import type { Problem } from '../../../server/contract/session.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import type { AccessNeed } from '../../../scenarios/world/access.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const teacherId = 3;
const lacking = { 's05-parcel': 'screenReader', 's07-recycling': 'phone' } as const;
const firstWeek = [
  ...['s00-welcome', 's01-first-login', 's02-inbox', 's03-tidy', 's04-schedule'],
  ...['s05-parcel', 's06-hiring-form', 's07-recycling'],
];

let folder: ContentFolder;
let stack: Stack;
beforeAll(async () => {
  folder = await ContentFolder.create();
  for (const [scenario, flag] of Object.entries(lacking)) {
    await folder.edit(`${scenario}/*/world.yaml`, `${flag}: true`, `${flag}: false`);
  }
  stack = await startStack({ env: { CONTENT_DIR: folder.directory } });
});
afterAll(async () => {
  await stack.close();
  await folder.remove();
});

/** A learner who opened a new activity, and for whom staff then set these needs. */
async function enter(
  personId: number,
  cmid: number,
  custom: Readonly<Record<string, string>>,
  accessNeeds: readonly AccessNeed[],
): Promise<ApiLearner> {
  await stack.lms.control({ command: 'addActivity', cmid, courseId: 2, title: 'Semaine', custom });
  const learner = new ApiLearner(stack);
  await learner.begin(personId, cmid);
  await learner.act({ app: 'frame', type: 'end' });
  const teacher = new ApiLearner(stack);
  await teacher.launch(teacherId, cmid);
  const { people } = (await teacher.request<ActivityAnswer>('GET', '/api/activity')).body;
  const settings = { withHelper: false, accessNeeds, form: null, revision: 0 };
  const { status } = await teacher.request(
    'POST',
    `/api/activity/people/${people[0]?.personId ?? ''}/settings`,
    settings,
  );
  expect(status).toBe(200);
  return learner;
}

function start(learner: ApiLearner): Promise<Answer<AttemptView & Problem>> {
  return learner.request('POST', '/api/attempts', { noticeVersion: '5.0', language: 'fr', number: 2 });
}

const scenesOf = ({ body }: Answer<AttemptView>): string[] => body.scenes.map(({ scenario }) => scenario);

describe('a scene that a person’s access needs exclude', () => {
  it('is omitted from a fixed form, which keeps its order', async () => {
    const learner = await enter(4, 1101, { numplus_form: 'first-week' }, ['screenReader']);
    expect(learner.attempt.scenes.map(({ scenario }) => scenario)).toEqual(firstWeek);
    expect(scenesOf(await start(learner))).toEqual(firstWeek.filter((scenario) => scenario !== 's05-parcel'));
  });

  it('is omitted for each of several needs', async () => {
    const learner = await enter(5, 1102, { numplus_form: 'first-week' }, ['screenReader', 'phone']);
    expect(scenesOf(await start(learner))).toEqual(firstWeek.filter((scenario) => !(scenario in lacking)));
  });

  it('is omitted even if the activity names it', async () => {
    const learner = await enter(6, 1103, { numplus_scenes: 's05-parcel,s03-tidy' }, ['screenReader']);
    expect(scenesOf(await start(learner))).toEqual(['s03-tidy']);
  });

  it('makes an activity unplayable if no other scene is left, and the page says so', async () => {
    const learner = await enter(7, 1104, { numplus_scenes: 's05-parcel' }, ['screenReader', 'keyboard']);
    expect(await start(learner)).toMatchObject({
      status: 409,
      body: { code: 'activity.needs-unmet', params: { needs: 'screenReader, keyboard' } },
    });
    const { attempt } = (await learner.request<AttemptAnswer>('GET', '/api/attempt')).body;
    expect(attempt).toMatchObject({ number: 1, status: 'finished' });
  });
});
