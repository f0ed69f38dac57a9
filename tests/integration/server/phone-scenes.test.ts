/** Scenes that need a computer: on a phone the others come first; nothing is lost, and nothing counts as 0. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SceneAnswer, WeekAnswer } from '../../../server/contract/play.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { done } from '../../support/inbox.ts';
import { playsIn } from '../../support/scene-plays.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const days = [
  '{ scenario: s02-inbox, day: 1 }',
  '{ scenario: s03-tidy, day: 2 }',
  '{ scenario: s05-parcel, day: 3 }',
];

let folder: ContentFolder;
let stack: Stack;
beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.edit('s03-tidy/*/world.yaml', 'phone: true', 'phone: false');
  await folder.playInDemo(`[${days.join(', ')}]`);
  stack = await startStack({ env: { CONTENT_DIR: folder.directory } });
});
afterAll(async () => {
  await stack.close();
  await folder.remove();
});

const standing = ({ attempt }: ApiLearner): string[] =>
  attempt.scenes.map(({ sceneId, status, needsComputer = false }) =>
    [sceneId, status, ...(needsComputer ? ['computer'] : [])].join(' '),
  );

async function play(learner: ApiLearner, sceneId: string, body: SceneAnswer): Promise<void> {
  const [right] = playsIn(body);
  const sent = learner.number(right?.actions ?? [done]).map((action) => ({ ...action, sceneId }));
  expect((await learner.send(sent)).body.rejected).toEqual([]);
}

async function begin(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(stack);
  await play(learner, '1', await learner.begin(personId));
  return learner;
}

describe('a scene that needs a computer', () => {
  it('is told to the page, in the attempt and in its week', async () => {
    const learner = await begin(4);
    expect(standing(learner)).toEqual(['1 done', '2 waiting computer', '3 waiting']);
    const path = `/api/attempts/${learner.attempt.id}/week`;
    const { scenes } = (await learner.request<WeekAnswer>('GET', path)).body;
    expect(scenes.map(({ needsComputer = false }) => needsComputer)).toEqual([false, true, false]);
  });

  it('waits while the next begins, and is played later', async () => {
    const learner = await begin(5);
    const { status, body } = await learner.scene('3');
    expect(status).toBe(200);
    expect(await learner.scene('2')).toMatchObject({ status: 409, body: { code: 'scene.not-open' } });
    await play(learner, '3', body);
    expect(standing(learner)).toEqual(['1 done', '2 waiting computer', '3 done']);
    expect(learner.attempt.status).toBe('open');
    await play(learner, '2', (await learner.scene('2')).body);
    expect(learner.attempt.status).toBe('finished');
    expect(standing(learner)).toEqual(['1 done', '2 done computer', '3 done']);
  });

  it('is not skipped, but left waiting, if the person ends without it', async () => {
    const learner = await begin(6);
    await play(learner, '3', (await learner.scene('3')).body);
    await learner.act({ app: 'frame', type: 'end' });
    expect(learner.attempt.status).toBe('finished');
    expect(standing(learner)).toEqual(['1 done', '2 waiting computer', '3 done']);
  });
});

it('no other scene may be passed over', async () => {
  const learner = new ApiLearner(stack);
  await learner.begin(7);
  expect(await learner.scene('3')).toMatchObject({ status: 409, body: { code: 'scene.not-open' } });
});
