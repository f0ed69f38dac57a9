import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAction } from '../../../scenarios/kit/log.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { timeOf, verbOf } from '../../support/outcome.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

describe('actions in one batch', () => {
  it('that come after the end change nothing, and are not sent again', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(5, 2);
    const language: AttemptAction = { app: 'frame', type: 'language', language: 'en' };
    const end: AttemptAction = { app: 'frame', type: 'end' };
    const batch = learner.number([...rightWay(scene), done, language, end, done]);
    const { body } = await learner.send(batch);
    expect(body).toMatchObject({ acknowledged: 9, rejected: [], attempt: { status: 'finished' } });
    expect((await learner.send(batch)).body).toMatchObject({
      acknowledged: 9,
      attempt: { status: 'finished', language: 'fr' },
    });
    expect(await learner.act(end)).toMatchObject({ status: 409, body: { code: 'attempt.closed' } });
  });

  it('repeated after a lost response report again that the server has another state', async () => {
    const learner = new ApiLearner(stack);
    await learner.begin(4, 3);
    const batch = learner.number([{ app: 'mail', type: 'open', messageId: 'nowhere' }]);
    expect((await learner.send(batch, { stateHash: 'mine' })).body.resync).toBe(true);
    expect((await learner.send(batch, { stateHash: 'mine' })).body).toMatchObject({
      acknowledged: 1,
      resync: true,
    });
    const { stateHash } = (await learner.scene()).body;
    expect((await learner.send(batch, { stateHash })).body.resync).toBe(false);
  });

  it('before one that cannot be played are stored, and that one is refused by name', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(6, 2);
    const [first, second, third] = learner.number(rightWay(scene));
    if (first === undefined || second === undefined || third === undefined) throw new Error('no actions');
    const { body } = await learner.send([first, second, { ...third, sceneId: '7' }]);
    expect(body).toMatchObject({ acknowledged: 2, rejected: [] });
    expect(await learner.send([{ ...third, sceneId: '7' }])).toMatchObject({
      status: 404,
      body: { code: 'scene.unknown' },
    });
    expect((await learner.send([third])).body.acknowledged).toBe(3);
  });

  it('on the pause screen that change the language leave the attempt paused', async () => {
    const learner = new ApiLearner(stack);
    await learner.begin(7, 2);
    await learner.act({ app: 'frame', type: 'pause', cause: 'button' });
    const changed = await learner.act({ app: 'frame', type: 'language', language: 'en' });
    expect(changed.body.attempt).toMatchObject({ status: 'paused', language: 'en' });
    expect((await learner.act({ app: 'frame', type: 'resume' })).body.attempt.status).toBe('open');
  });
});

describe('the end of a scene', () => {
  it('knows the device that the page reported in an earlier scene', async () => {
    const folder = await ContentFolder.create();
    await folder.addTwin('s03-twin');
    await folder.playInDemo('[s02-inbox, s03-twin]');
    const bench = await DeliveryBench.start(Date.now(), { CONTENT_DIR: folder.directory });
    try {
      const learner = new ApiLearner(bench);
      await learner.begin(4, 2);
      const device = {
        app: 'frame',
        type: 'device',
        motion: 'reduced',
        zoom: '150',
        contrast: 'usual',
      } as const;
      await learner.act(device, done);
      await learner.scene('2');
      await learner.send(learner.number([done]).map((action) => ({ ...action, sceneId: '2' })));
      await bench.work();
      const left = bench.store.statements().filter((statement) => verbOf(statement) === 'leave');
      const hints = left.map(({ result }) =>
        JSON.stringify(result).includes('"at_hint":{"motion":"reduced"'),
      );
      expect(hints).toEqual([true, true]);
    } finally {
      await bench.close();
      await folder.remove();
    }
  });
});

describe('the end of an attempt', () => {
  it('has the time of the learner’s action, however late the connection came back', async () => {
    const bench = await DeliveryBench.start(Date.now());
    try {
      const learner = new ApiLearner(bench);
      const scene = await learner.begin(8, 2);
      const batch = learner.number([...rightWay(scene), done]);
      bench.wait(3_600_000);
      await learner.refresh();
      await learner.send(batch);
      await bench.work();
      const statements = bench.store.statements();
      const at = (verb: string): number =>
        timeOf(statements.find((statement) => verbOf(statement) === verb) ?? { timestamp: '' });
      expect(at('answered') - at('submit')).toBe(1);
      expect(at('terminated') - at('submit')).toBeLessThan(10);
    } finally {
      await bench.close();
    }
  });
});
