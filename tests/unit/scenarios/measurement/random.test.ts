import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../scenarios/measurement/random.ts';

const draws = 20_000;

function list(seed: string | number, kind: 'uniform' | 'normal', count = draws): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random[kind]());
}

function momentsOf(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}

describe('seeded random numbers', () => {
  it('are the same for the same seed, and different for another', () => {
    expect(list('a', 'normal', 5)).toEqual(list('a', 'normal', 5));
    expect(list(1, 'uniform', 5)).toEqual(list('1', 'uniform', 5));
    expect(list('a', 'uniform', 5)).not.toEqual(list('b', 'uniform', 5));
  });

  it('are uniform in [0, 1)', () => {
    const values = list(7, 'uniform');
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    const { mean, sd } = momentsOf(values);
    // Four standard errors of mean and standard deviation of this many uniform numbers.
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * draws));
    expect(Math.abs(sd - Math.sqrt(1 / 12))).toBeLessThan(4 * Math.sqrt(1 / 180 / draws));
  });

  it('are normal on request: mean 0, standard deviation 1, and its share beyond 1.28', () => {
    const values = list('normal', 'normal');
    const { mean, sd } = momentsOf(values);
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(draws));
    expect(Math.abs(sd - 1)).toBeLessThan(4 / Math.sqrt(2 * draws));
    const beyond = values.filter((value) => value > 1.2816).length / draws;
    expect(Math.abs(beyond - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / draws));
  });

  it('are unrelated for similar seeds', () => {
    const first = Array.from({ length: 2000 }, (_, seed) => list(seed, 'uniform', 1)[0] ?? 0);
    const { mean, sd } = momentsOf(first);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 2000));
    expect(Math.abs(sd - Math.sqrt(1 / 12))).toBeLessThan(4 * Math.sqrt(1 / 180 / 2000));
  });
});
