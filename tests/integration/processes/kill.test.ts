import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

describe('kill -9 of the server', () => {
  it('loses no acknowledged action: after a restart the learner continues in the same session', async () => {
    const learner = new ApiLearner(stack);
    const scene = await learner.begin(4);
    const actions = rightWay(scene);
    for (const action of actions.slice(0, 3)) {
      expect((await learner.act(action)).body.rejected).toEqual([]);
      await stack.tool.kill();
      await stack.tool.start();
    }
    const stored = (await learner.scene()).body.actions.map(({ action }) => action);
    expect(stored).toEqual(actions.slice(0, 3));
    await learner.act(...actions.slice(3), done);
    expect(learner.attempt.status).toBe('finished');
  });

  it('between the last action and the deliveries delays grade and statements and loses none', async () => {
    const learner = new ApiLearner(stack);
    // Without a worker nothing can be on its way when the process dies: its lease would have to run out first.
    await stack.tool.stop();
    await stack.tool.start('--no-worker');
    const scene = await learner.begin(5, 3);
    await learner.act(...rightWay(scene), done);
    await stack.tool.kill();
    await stack.tool.start();
    const grade = await until('the grade', () =>
      stack.lms.gradebook().find(({ userId, itemId }) => userId === 5 && itemId === 3),
    );
    expect(grade.points).toBe(scoreOfDone);
    const scored = await until('the last statement', () =>
      stack.store.statements().find((statement) => {
        const text = JSON.stringify(statement);
        return text.includes(learner.attempt.id) && text.includes('/scored"');
      }),
    );
    expect(scored.id).toBeTypeOf('string');
  });
});
