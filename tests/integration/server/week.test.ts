/** Days of a form: the map between scenes, and what was made use of on each day. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WeekAnswer } from '../../../server/http/contract/play.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { contentDirectory } from '../../support/s02.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let directory: string;
let stack: Stack;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'numplus-content-'));
  await cp(contentDirectory, directory, { recursive: true });
  const inbox = join(directory, 's02-inbox');
  const twin = join(directory, 's03-twin');
  await cp(inbox, twin, { recursive: true });
  for (const file of ['world.yaml', 'evidence.yaml']) {
    const path = join(twin, 'v1', file);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('s02-inbox', 's03-twin'));
  }
  const forms = join(directory, 'forms.yaml');
  const days = 'scenes: [{ scenario: s02-inbox, day: 1 }, { scenario: s03-twin, day: 2 }]';
  await writeFile(forms, (await readFile(forms, 'utf8')).replace('scenes: [s02-inbox]', days));
  stack = await startStack({ env: { CONTENT_DIR: directory } });
});
afterAll(async () => {
  await stack.close();
  await rm(directory, { recursive: true });
});

describe('the week of an attempt', () => {
  it('shows the days with their scenes, and after each what was made use of', async () => {
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

  it('is nobody else’s', async () => {
    const owner = new ApiLearner(stack);
    await owner.begin(5);
    const other = new ApiLearner(stack);
    await other.begin(6);
    const answer = await other.request('GET', `/api/attempts/${owner.attempt.id}/week`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'attempt.unknown' } });
  });
});
