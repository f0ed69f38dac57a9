/** `simulate` as a researcher runs it: a table, JSON, and one clear sentence for what it cannot do. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Simulation } from '../../../scenarios/psychometrics/simulate.ts';
import { content } from '../../support/s02.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const tool = new ToolProcess(0, '127.0.0.1', {});
afterAll(() => tool.remove());
const simulate = (...args: readonly string[]): ReturnType<ToolProcess['run']> =>
  tool.run('simulate', ...args);

describe('simulate', () => {
  it('prints precision, exposure and minutes of a form', async () => {
    const { code, stdout } = await simulate('--form', 'adaptive-week', '--persons', '40');
    expect(code).toBe(0);
    for (const part of ['OUT', 'overall', 'SEM', 'reliability', 's02-inbox', '100.0 %', 'scenes']) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/40 persons, 12\.0 scenes and 61 minutes each/);
  });

  it('prints each form in turn, and how players who do not show what they can would fare', async () => {
    const { code, stdout } = await simulate('--persons', '20', '--json');
    expect(code).toBe(0);
    const forms = JSON.parse(stdout) as (Simulation & {
      form: string;
      players: Record<'careless' | 'random', Record<string, number[]>>;
    })[];
    expect(forms.map(({ form }) => form)).toEqual(content.forms.map(({ id }) => id));
    for (const { players, dimensions, overall } of forms) {
      for (const levels of [overall.levels, ...Object.values(players).flatMap((one) => Object.values(one))]) {
        expect(levels.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }
      const measured = Object.entries(dimensions).flatMap(([name, { items }]) => (items > 0 ? [name] : []));
      expect(Object.keys(players.random)).toEqual([...measured, 'overall']);
    }
    const text = await simulate('--persons', '20');
    expect(text.stdout).toMatch(/first-week\n[^]*careless +overall +[\d.]+ %[^]*random +overall/);
  });

  it('prints JSON, the same for the same seed', async () => {
    const args = [
      '--scenes',
      'all',
      '--with',
      'all',
      '--adaptive',
      '--core',
      's02-inbox',
      '--persons',
      '20',
      '--json',
    ];
    const [first, second] = [await simulate(...args), await simulate(...args)];
    expect(second.stdout).toBe(first.stdout);
    const simulation = JSON.parse(first.stdout) as Simulation;
    expect([simulation.persons, simulation.exposure.length]).toEqual([20, 18]);
    expect(simulation.exposure.find(({ scenario }) => scenario === 's02-inbox')?.share).toBe(1);
  });

  it.each([
    [['--form', 'nowhere'], /no form nowhere/],
    [['--form', 'demo', '--persons', '1'], /whole number from 2 to 100000/],
    [['--form', 'demo', '--correlation', '1'], /number from 0 to 0\.99/],
  ])('refuses %j with one sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await simulate(...args);
    expect([code === 0, stdout]).toEqual([false, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
