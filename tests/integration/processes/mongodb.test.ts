/** NUM+ on MongoDB: `serve` and `worker` as separate processes that share only the database. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';
import { findMongoAbsence, startMongoServer } from '../../support/mongo-server.ts';
import { registrationOf, verbOf } from '../../support/outcome.ts';
import { findFreePort } from '../../support/ports.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { ToolProcess } from '../../support/tool-process.ts';
import { until } from '../../support/until.ts';

const absence = findMongoAbsence();

describe('NUM+ on MongoDB', () => {
  let stack: Stack;
  let worker: ToolProcess;
  /** What ends again, the last that was started first. */
  const ends: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    if (absence !== undefined) return;
    const server = await startMongoServer();
    ends.unshift(() => server.stop());
    const shared = { DATABASE_URL: server.nameDatabase(), SECRET_KEY: randomBytes(32).toString('hex') };
    stack = await startStack({ env: shared });
    ends.unshift(() => stack.close());
    await stack.tool.stop();
    await stack.tool.start('--no-worker');
    worker = new ToolProcess(await findFreePort(), '127.0.0.1', {
      ...shared,
      PUBLIC_URL: stack.tool.publicUrl,
      LRS_ENDPOINT: stack.store.endpoint.replace(/\/$/, ''),
      LRS_KEY: 'sandbox',
      LRS_SECRET: 'sandbox-secret',
    });
    ends.unshift(() => worker.remove());
    await worker.startWorker();
    // One command and three starts, each of which may take its time on a busy machine.
  });

  afterAll(async () => {
    for (const end of ends) await end();
  });

  /** The grade in the gradebook, and every statement of the attempt in the store, once. */
  async function untilCarried(attemptId: string, userId: number, activityId: number): Promise<void> {
    const grade = await until('the grade', () =>
      stack.lms
        .gradebook()
        .find((row) => row.userId === userId && row.itemId === activityId && row.points !== null),
    );
    expect(grade.points).toBe(scoreOfDone);
    const own = () => stack.store.statements().filter((one) => registrationOf(one) === attemptId);
    await until('the last statement', () => own().find((one) => verbOf(one) === 'scored'));
    const ids = own().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(own().map(verbOf)).toEqual(expect.arrayContaining(['launched', 'answered', 'completed']));
  }

  it('plays a scene, sends its grade and its statements', async (context) => {
    if (absence !== undefined) context.skip(absence);
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(4, 2);
    await learner.act(...rightWay(scene), done);
    expect(learner.attempt.status).toBe('finished');
    await untilCarried(learner.attempt.id, 4, 2);
  });

  it('loses nothing acknowledged after kill -9 of either process', async (context) => {
    if (absence !== undefined) context.skip(absence);
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(5, 3);
    const actions = rightWay(scene);
    await learner.act(...actions.slice(0, 3));
    await Promise.all([stack.tool.kill(), worker.kill()]);
    await stack.tool.start('--no-worker');
    expect((await learner.scene()).body.actions.map(({ action }) => action)).toEqual(actions.slice(0, 3));
    await learner.act(...actions.slice(3), done);
    await stack.tool.kill();
    await worker.startWorker();
    await untilCarried(learner.attempt.id, 5, 3);
  });
});
