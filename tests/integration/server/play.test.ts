import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashState } from '../../../scenarios/world/hash.ts';
import { replay } from '../../../scenarios/world/scene.ts';
import type { SceneAnswer } from '../../../server/contract/play.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, findInboxParts, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

/** State hash after these actions, as an honest client has it. */
function clientHash(scene: SceneAnswer): string {
  return hashState(replay(scene.world, scene.actions));
}

describe('actions over HTTP', () => {
  it('are acknowledged once stored, and a repeated batch changes nothing', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(4);
    const batch = learner.number(rightWay(scene));
    const first = await learner.send(batch);
    expect(first).toMatchObject({ status: 200, body: { acknowledged: 5, rejected: [], resync: false } });
    const again = await learner.send(batch);
    expect(again.body.acknowledged).toBe(5);
    const stored = (await learner.scene()).body;
    expect(stored.actions.map(({ actionSeq }) => actionSeq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('may arrive in any order within a batch, and twice', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(5);
    const batch = learner.number(rightWay(scene));
    const { body } = await learner.send([...batch, ...batch].reverse());
    expect(body).toMatchObject({ acknowledged: 5, rejected: [] });
    const stored = (await learner.scene()).body.actions.map(({ action }) => action);
    expect(stored).toEqual(rightWay(scene));
  });

  it('wait for earlier ones: a batch with a gap is refused with the missing numbers', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(6);
    const batch = learner.number(rightWay(scene));
    const early = await learner.send(batch.slice(2));
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'attempt.out-of-order', params: { expected: 1 } },
    });
    expect((await learner.send(batch)).body.acknowledged).toBe(5);
  });

  it('that the world refuses are logged without effect, and later ones still count', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(7);
    const [open, reply, ...rest] = rightWay(scene);
    if (open === undefined || reply === undefined) throw new Error('no actions');
    const batch = learner.number([open, { app: 'mail', type: 'open', messageId: 'nowhere' }, reply, ...rest]);
    const { body } = await learner.send(batch);
    expect(body).toMatchObject({ acknowledged: 6, rejected: [2], resync: true });
    const stored = (await learner.scene()).body;
    expect(stored.actions.map(({ actionSeq }) => actionSeq)).toEqual([1, 3, 4, 5, 6]);
    expect(stored.stateHash).toBe(clientHash(stored));
  });

  it('ask the client to rebuild if its state hash differs', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(8);
    const batch = learner.number(rightWay(scene).slice(0, 1));
    const diverged = await learner.send(batch, { stateHash: 'another-world' });
    expect(diverged.body).toMatchObject({ acknowledged: 1, resync: true });
    const fresh = (await learner.scene()).body;
    const next = learner.number(rightWay(scene).slice(1, 2));
    const hash = hashState(
      replay(fresh.world, [
        ...fresh.actions,
        { epoch: learner.attempt.epoch, actionSeq: 2, action: next[0]?.action as never },
      ]),
    );
    expect((await learner.send(next, { stateHash: hash })).body).toMatchObject({
      acknowledged: 2,
      resync: false,
    });
  });

  it('are refused with a code if the client is outdated', async () => {
    const learner = new ApiLearner(stack);
    await learner.launch(8);
    await learner.find();
    const old = await learner.send(learner.number([done]), { contractVersion: 0 });
    expect(old).toMatchObject({ status: 409, body: { code: 'client.outdated' } });
  });

  it('sent twice at once are stored once', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(4, 3);
    const batch = learner.number(rightWay(scene));
    const answers = await Promise.all([learner.send(batch), learner.send(batch), learner.send(batch)]);
    expect(answers.map(({ status, body }) => [status, body.acknowledged])).toEqual(Array(3).fill([200, 5]));
    expect((await learner.scene()).body.actions).toHaveLength(5);
  });
});

describe('a second page', () => {
  it('takes the right to write, and the first one becomes read-only', async () => {
    const first = new ApiLearner(stack);
    const scene = await first.begin(5, 3);
    const second = new ApiLearner(stack);
    await second.launch(5, 3);
    await second.find();
    expect((await second.open('page-two')).body.epoch).toBe(first.attempt.epoch + 1);
    const late = await first.act(...rightWay(scene));
    expect(late).toMatchObject({ status: 409, body: { code: 'attempt.epoch-stale' } });
    expect((await second.act(...rightWay(scene))).body.acknowledged).toBe(5);
  });

  it('changes nothing when it already has the right to write and asks again', async () => {
    const learner = new ApiLearner(stack);
    await learner.begin(6, 3);
    const { epoch, writer } = learner.attempt;
    expect((await learner.open(writer)).body.epoch).toBe(epoch);
  });
});

describe('access to an attempt', () => {
  it('is for its own person and no one else, not even a teacher', async () => {
    const owner = new ApiLearner(stack);
    await owner.begin(7, 3);
    const other = new ApiLearner(stack);
    await other.launch(8, 3);
    const path = `/api/attempts/${owner.attempt.id}`;
    const tries = [
      await other.request('GET', `${path}/scenes/1`),
      await other.request('POST', `${path}/open`, { writer: 'thief', tMs: 0 }),
      await other.request('POST', `${path}/actions`, {
        contractVersion: 1,
        epoch: 1,
        stateHash: null,
        actions: owner.number([done]),
      }),
    ];
    expect(tries.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
      Array(3).fill([404, 'attempt.unknown']),
    );
    const teacher = new ApiLearner(stack);
    await teacher.launch(3, 3);
    expect(await teacher.request('GET', '/api/attempt')).toMatchObject({
      status: 403,
      body: { code: 'session.forbidden' },
    });
    const nobody = new ApiLearner(stack);
    expect(await nobody.request('GET', '/api/attempt')).toMatchObject({
      status: 401,
      body: { code: 'session.expired' },
    });
  });
});

describe('a request that does not match the contract', () => {
  it('is refused with a code, and the process keeps running', async () => {
    const learner = new ApiLearner(stack);
    await learner.begin(8, 3);
    const path = `/api/attempts/${learner.attempt.id}/actions`;
    const send = async (body: string): Promise<[number, string]> => {
      const response = await fetch(`${stack.tool.localUrl}${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${learner.token}` },
      });
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    const batch = { contractVersion: 1, epoch: 1, stateHash: null };
    const [action] = learner.number([done]);
    expect(await send('this is not JSON')).toEqual([400, 'request.not-json']);
    expect(await send(JSON.stringify({ ...batch, actions: 'x'.repeat(10_000_000) }))).toEqual([
      413,
      'request.too-large',
    ]);
    expect(await send(JSON.stringify({ ...batch, epoch: { $gt: 0 }, actions: [action] }))).toEqual([
      400,
      'request.invalid',
    ]);
    expect(
      await send(
        JSON.stringify({
          ...batch,
          actions: [{ ...action, action: { app: 'mail', type: 'open', messageId: { $ne: '' } } }],
        }),
      ),
    ).toEqual([400, 'request.invalid']);
    expect(await send(JSON.stringify({ ...batch, actions: [{ ...action, score: 100 }] }))).toEqual([
      400,
      'request.invalid',
    ]);
    expect((await learner.find())?.status).toBe('open');
    const { attachmentId } = findInboxParts((await learner.scene()).body);
    expect(attachmentId).not.toBe('');
  });
});
