/** Rescoring and the gradebook: grades follow only on request, even later. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutTime } from '../../support/inbox.ts';
import { RescoreBench } from '../../support/rescore-bench.ts';

const scenes = 6;
const person = 5;
let tool: RescoreBench;

beforeAll(async () => {
  tool = await RescoreBench.start(scenes);
});
afterAll(() => tool.close());

function shown(): number | null {
  const grades = tool.bench.lms.gradebook();
  return grades.find(({ userId, itemId }) => userId === person && itemId === 2)?.points ?? null;
}

describe('grades of rescored attempts', () => {
  it('stay until they are asked for, and are then sent once', async () => {
    const id = await tool.playAll(person, withoutTime, scenes);
    await tool.bench.work();
    const before = (await tool.find(id)).progress.score;
    expect(shown()).toBe(before);
    await tool.easeRules();
    await tool.bench.restart();
    expect((await tool.rescore({ isDryRun: false })).totals).toMatchObject({ changed: 1, grades: 0 });
    const { score } = (await tool.find(id)).progress;
    expect(score).toBeGreaterThan(before ?? Infinity);

    expect((await tool.rescore({ isRegraded: true })).totals).toMatchObject({ same: 1, grades: 1 });
    tool.catchUp();
    tool.bench.wait(1_500);
    await tool.bench.work();
    expect(shown()).toBe(before);

    const apply = { isRegraded: true, isDryRun: false };
    expect((await tool.rescore(apply)).totals).toMatchObject({ same: 1, grades: 1 });
    await tool.bench.work();
    expect(shown()).toBe(score);
    expect((await tool.rescore(apply)).totals).toMatchObject({ grades: 0 });
  });
});
