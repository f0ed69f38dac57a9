/** One learner who sends as much as a program can: refused kindly and in time, and nobody else notices. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { AttemptsPort } from '../../../server/storage/ports/attempts.ts';
import { actionsPerMinute, entriesReadPerMinute } from '../../../server/attempts/pace.ts';
import { sceneRoom } from '../../../server/attempts/room.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

const batchSize = 100;

const resume = { app: 'frame', type: 'resume' } as const;

/** Distinct texts, so that each action changes the scene. */
function writes(count: number, length = 1): WorldAction[] {
  return Array.from({ length: count }, (_, index) => ({
    app: 'mail',
    type: 'write',
    typed: String(index).padStart(length, 'x'),
  }));
}

/** Begins an answer in a new attempt, so that texts can be written. */
async function beginAnswer(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.launch(personId);
  if ((await learner.find())?.status === 'open') {
    await learner.open('another-page');
    await learner.act(done);
  }
  const scene = await learner.startAttempt();
  await learner.act(...rightWay(scene).slice(0, 2));
  return learner;
}

/** Sends batches until the attempt has so many actions, or none is taken any more. */
async function sendUpTo(learner: ApiLearner, count: number): Promise<void> {
  for (let left = count - learner.attempt.actionSeq; left > 0; left = count - learner.attempt.actionSeq) {
    const { status } = await learner.act(...writes(Math.min(batchSize, left)));
    if (status === 429) return;
    expect(status).toBe(200);
  }
}

/** Sends batches until one is refused; returns the refusal. */
async function sendUntilRefused(learner: ApiLearner, batches: number, length?: number): Promise<string> {
  for (let batch = 0; batch < batches; batch += 1) {
    const { body } = await learner.act(...writes(batchSize, length));
    if (body.code) return `${String(batch)} ${body.code}`;
  }
  return 'none';
}

describe('a scene', () => {
  it('takes as much as it has room for, and then still its end', async () => {
    const learner = await beginAnswer(4);
    expect(await sendUntilRefused(learner, 246)).toBe(`${String(sceneRoom / batchSize)} scene.full`);
    const { body } = await learner.scene();
    expect([body.actions.length, body.room]).toEqual([sceneRoom, 0]);
    expect((await learner.act({ app: 'frame', type: 'pause', cause: 'button' })).status).toBe(200);
    expect((await learner.act(done)).body.attempt.scenes[0]?.status).toBe('done');
    expect((await learner.scene()).body.actions).toHaveLength(sceneRoom + 1);
  });

  it('has less room for long texts', async () => {
    const learner = await beginAnswer(5);
    expect(await sendUntilRefused(learner, 246, 2_000)).toBe('2 scene.full');
    expect((await learner.scene()).body.actions.length).toBeLessThan(sceneRoom / 10);
  });

  it('counts settings and what the world refuses', async () => {
    const learner = await beginAnswer(6);
    const { room } = (await learner.scene()).body;
    const setting = { app: 'frame', type: 'setting', name: 'contrast', value: 'high' } as const;
    const refused = { app: 'mail', type: 'open', messageId: 'nowhere' } as const;
    await learner.act(setting, refused);
    expect((await learner.scene()).body.room).toBe(room - 2);
  });
});

describe('a batch of a hundred pauses', () => {
  it('reads the log once for the grade', async () => {
    const learner = await beginAnswer(5);
    const { attempts } = bench.context.storage as { attempts: { listEntries: AttemptsPort['listEntries'] } };
    const { listEntries } = attempts;
    const reads: number[] = [];
    attempts.listEntries = (organisationId, attemptId, page) => {
      reads.push(page.fromSeq);
      return listEntries(organisationId, attemptId, page);
    };
    const pause = { app: 'frame', type: 'pause', cause: 'button' } as const;
    const { body } = await learner.act(
      ...Array.from({ length: 50 }, () => [pause, resume])
        .flat()
        .slice(1),
      pause,
    );
    attempts.listEntries = listEntries;
    expect([body.attempt.status, reads.filter((from) => from === 1).length]).toEqual(['paused', 1]);
  });
});

describe('reading a scene', () => {
  it('is limited per minute, apart from actions', async () => {
    const learner = await beginAnswer(6);
    const statuses = new Set<number>();
    for (let reads = 0; reads < 120; reads += 1) statuses.add((await learner.scene()).status);
    expect([...statuses]).toEqual([200, 429]);
    expect((await learner.act(...writes(1))).status).toBe(200);
  });
});

describe('reading the fullest scene', () => {
  it('is limited by what is read, while its actions go on; then waits a minute', async () => {
    const learner = await beginAnswer(4);
    await sendUpTo(learner, sceneRoom - batchSize);
    const statuses: number[] = [];
    for (let reads = 0; reads <= 1 + entriesReadPerMinute / (sceneRoom - batchSize); reads += 1) {
      statuses.push((await learner.scene()).status);
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
    expect((await learner.act(...writes(1))).status).toBe(200);
    bench.wait(60_001);
    expect((await learner.scene()).status).toBe(200);
  });
});

describe('a person', () => {
  let other: ApiLearner;
  beforeAll(async () => {
    other = await beginAnswer(8);
  });

  it('may send so many actions a minute, in all attempts; then waits, while others play on', async () => {
    const fast = await beginAnswer(7);
    const each = 2_000;
    await sendUpTo(fast, each);
    for (let sent = each; sent < actionsPerMinute; sent += each) {
      await fast.act(done);
      await fast.startAttempt();
      await fast.act({ app: 'mail', type: 'compose' });
      await sendUpTo(fast, Math.min(each, actionsPerMinute - sent));
    }
    const { status, body } = await fast.act(...writes(1));
    expect([status, body.code]).toEqual([429, 'attempt.too-fast']);
    expect((await other.act(...writes(1))).status).toBe(200);
    bench.wait(60_001);
    expect((await fast.act(...writes(1))).status).toBe(200);
  });

  it('may repeat a batch whose answer was lost', async () => {
    const batch = other.number(writes(batchSize));
    for (let tries = 0; tries < 2 + actionsPerMinute / batchSize; tries += 1) {
      expect((await other.send(batch)).status).toBe(200);
    }
  });
});
