/** Days of a form: the map between scenes, and what was made use of on each day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WeekAnswer } from '../../../server/contract/play.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let folder: ContentFolder;
let stack: Stack;
beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.addTwin('s03-twin');
  await folder.playInDemo('[{ scenario: s02-inbox, day: 1 }, { scenario: s03-twin, day: 2 }]');
  stack = await startStack({ env: { CONTENT_DIR: folder.directory } });
});
afterAll(async () => {
  await stack.close();
  await folder.remove();
});

describe('the week of an attempt', () => {
  it('shows the days with their scenes, and after each the tools used', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(4);
    const week = async (): Promise<WeekAnswer['scenes']> =>
      (await learner.request<WeekAnswer>('GET', `/api/attempts/${learner.attempt.id}/week`)).body.scenes;
    expect(learner.attempt.hasWeek).toBe(true);
    expect(await week()).toMatchObject([
      { sceneId: '1', day: 1, status: 'open', place: 'office', used: [] },
      { sceneId: '2', day: 2, status: 'waiting', used: [] },
    ]);
    await learner.act(
      { app: 'desk', type: 'listen', target: 'goal' },
      ...rightWay(scene),
      { app: 'frame', type: 'pause', cause: 'button' },
      { app: 'frame', type: 'resume' },
      done,
    );
    const [monday, tuesday] = await week();
    expect(monday).toMatchObject({ status: 'done', used: ['listen', 'pause'] });
    expect(monday?.title.fr).toBe(scene.texts.fr[scene.world.title]);
    expect(tuesday).toMatchObject({ status: 'waiting', used: [] });
  });

  it('is shown to nobody else', async () => {
    const owner = new ApiLearner(stack);
    await owner.begin(5);
    const other = new ApiLearner(stack);
    await other.begin(6);
    const answer = await other.request('GET', `/api/attempts/${owner.attempt.id}/week`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'attempt.unknown' } });
  });
});

describe('a week that begins with the welcome', () => {
  it('does not tell as the person’s own what the welcome asked for', async () => {
    const welcoming = await ContentFolder.create();
    await welcoming.playInDemo('[{ scenario: s00-welcome, day: 1 }, { scenario: s02-inbox, day: 1 }]');
    const server = await startStack({ env: { CONTENT_DIR: welcoming.directory } });
    try {
      const learner = new ApiLearner(server);
      await learner.begin(4);
      await learner.act(
        { app: 'frame', type: 'pause', cause: 'button' },
        { app: 'frame', type: 'resume' },
        done,
      );
      const { body } = await learner.request<WeekAnswer>('GET', `/api/attempts/${learner.attempt.id}/week`);
      expect(body.scenes[0]).toMatchObject({ status: 'done', used: [] });
    } finally {
      await server.close();
      await welcoming.remove();
    }
  });
});
