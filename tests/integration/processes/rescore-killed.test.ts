import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutTime } from '../../support/inbox.ts';
import { RescoreBench } from '../../support/rescore-bench.ts';

let tool: RescoreBench;
beforeAll(async () => {
  tool = await RescoreBench.start();
});
afterAll(() => tool.close());

describe('a rescoring that is killed in the middle', () => {
  it('ends the same when it is run again, with one entry for each attempt', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 40; count += 1) ids.push(await tool.play(8, withoutTime));
    await tool.easeRules();
    await tool.bench.restart();
    const anew = async (): Promise<number[]> =>
      Promise.all(
        ids.map(async (id) => (await tool.logOf(id)).filter(({ kind }) => kind === 'rescored').length),
      );
    const child = tool.start(['--apply', '--json']);
    const closed = once(child, 'close');
    while ((await anew()).every((count) => count === 0) && child.exitCode === null) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill('SIGKILL');
    await closed;
    const cut = (await anew()).filter((count) => count > 0).length;
    // Neither before the first nor after the last, or nothing was tried here.
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(ids.length);

    const { totals } = await tool.rescore({ isDryRun: false });
    expect(totals.changed).toBeGreaterThanOrEqual(ids.length - cut);
    expect(await anew()).toEqual(ids.map(() => 1));
    const progress = await Promise.all(ids.map(async (id) => (await tool.find(id)).progress));
    expect(new Set(progress.map(({ score }) => score)).size).toBe(1);
    expect(progress.every(({ scenes }) => scenes[0]?.scoringVersion === 3)).toBe(true);
    expect((await tool.rescore()).totals).toMatchObject({ changed: 0 });
  });
});
