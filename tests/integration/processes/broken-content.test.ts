/**
 * A scenario that breaks between two starts of the tool: it is named in the log and left out, the rest plays, and
 * attempts that are in the middle of it wait unharmed until it is mended.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { ActAnswer } from '../../../server/contract/play.ts';
import type { SelectAnswer, SelectChoice } from '../../../server/contract/select.ts';
import type { Problem } from '../../../server/contract/session.ts';
import type { ActivityAnswer } from '../../../server/contract/teach.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const teacherId = 3;
const [inSecond, inFirst, newcomer] = [4, 5, 6] as const;
const openTrash: WorldAction = { app: 'files', type: 'open-folder', folderId: 'trash' };
const leftOut = { status: 500, body: { code: 'scenario.unknown', params: { scenario: 's03-tidy' } } };

let folder: ContentFolder;
let stack: Stack;
/** Began while all was sound: one is in the second scene, one still in the first. */
let second: ApiLearner;
let first: ApiLearner;

async function restart(): Promise<void> {
  await stack.tool.stop();
  await stack.tool.start();
}

/** Acts in the second scene of the demo form. */
function actInSecond(
  learner: ApiLearner,
  ...actions: readonly WorldAction[]
): Promise<Answer<ActAnswer & Problem>> {
  return learner.send(learner.number(actions).map((action) => ({ ...action, sceneId: '2' })));
}

beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.playInDemo('[s02-inbox, s03-tidy]');
  stack = await startStack({ env: { CONTENT_DIR: folder.directory } });
  second = new ApiLearner(stack);
  await second.act(...rightWay(await second.begin(inSecond)), done);
  await second.scene('2');
  await actInSecond(second, openTrash);
  first = new ApiLearner(stack);
  await first.begin(inFirst);
  await folder.edit('s03-tidy/*/world.yaml', 'place: office', 'place: moon');
  await restart();
});
afterAll(async () => {
  await stack.close();
  await folder.remove();
});

describe('while a scenario is broken', () => {
  it('the log names its file and line, and the form that loses it', () => {
    const problems = stack.tool.log.split('\n').filter((line) => line.includes('content.problem'));
    expect(problems[0]).toMatch(/s03-tidy\/v2\/world\.yaml.*"line":40/);
    expect(problems.slice(1).join()).toMatch(/form\.scene-missing/);
  });

  it('a new attempt plays the rest of its form', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(newcomer);
    expect(learner.attempt.scenes.map(({ scenario }) => scenario)).toEqual(['s02-inbox']);
    await learner.act(...rightWay(scene), done);
    expect(learner.attempt.status).toBe('finished');
  });

  it('teachers are not offered it, and cannot choose it', async () => {
    const teacher = new ApiLearner(stack);
    await teacher.launchAt(teacherId, '/mod/lti/contentitem.php?course=2');
    const { body } = await teacher.request<SelectAnswer>('GET', '/api/select');
    const offered = [...body.scenes.map(({ id }) => id), ...body.forms.flatMap(({ scenes }) => scenes)];
    expect(offered).toContain('s02-inbox');
    expect(offered).not.toContain('s03-tidy');
    const choice: SelectChoice = {
      form: 'demo',
      scenes: ['s03-tidy'],
      title: 'Le ménage',
      titleLanguage: 'fr',
      attempts: null,
      language: null,
      graded: true,
      grade: 'measure',
      dimensionItems: false,
    };
    expect(await teacher.request('POST', '/api/select', { choices: [choice] })).toMatchObject({
      status: 409,
      body: { code: 'activity.content-unknown', params: { name: 's03-tidy' } },
    });
  });

  it('teachers still see who plays, also in the middle of it', async () => {
    const teacher = new ApiLearner(stack);
    await teacher.launch(teacherId);
    const { body } = await teacher.request<ActivityAnswer>('GET', '/api/activity');
    const open = body.people.filter(({ attempt }) => attempt.status === 'open');
    expect(open.map(({ attempt }) => attempt.id)).toContain(second.attempt.id);
  });

  it('an attempt before it continues up to it, and then gets a code that it is missing', async () => {
    const { body, status } = await first.act(...rightWay((await first.scene()).body), done);
    expect([status, body.rejected]).toEqual([200, []]);
    expect(await first.scene('2')).toMatchObject(leftOut);
    expect((await first.find())?.status).toBe('open');
  });

  it('an attempt in the middle of it keeps its progress and accepts nothing', async () => {
    const before = await second.find();
    expect(await second.scene('2')).toMatchObject(leftOut);
    expect(await actInSecond(second, openTrash)).toMatchObject(leftOut);
    expect(await second.find()).toEqual(before);
  });

  it('an attempt can be ended, with what was played before', async () => {
    const { status } = await first.act({ app: 'frame', type: 'end' });
    expect([status, first.attempt.status]).toEqual([200, 'finished']);
  });
});

describe('once the scenario is repaired', () => {
  it('an attempt continues in the same place', async () => {
    await folder.edit('s03-tidy/*/world.yaml', 'place: moon', 'place: office');
    await restart();
    const { body } = await second.scene('2');
    expect(body.actions.map(({ action }) => action)).toEqual([openTrash]);
    await actInSecond(second, { app: 'desk', type: 'undo' }, done);
    expect(second.attempt.status).toBe('finished');
  });
});

describe('if a whole form is missing', () => {
  it('the activity names it before anything begins', async () => {
    await folder.edit('s02-inbox/*/evidence.yaml', 'when: size(copies) > 0', 'when: size(copies');
    await folder.edit('s03-tidy/*/world.yaml', 'place: office', 'place: moon');
    await restart();
    expect(stack.tool.log).toMatch(/content\.problem/);
    const learner = new ApiLearner(stack);
    await learner.launch(7);
    expect(await learner.request('GET', '/api/attempt')).toMatchObject({
      status: 409,
      body: { code: 'activity.content-unknown' },
    });
  });
});
