import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../../xapi/duration.ts';

describe('formatDuration', () => {
  it.each([
    [0, 'PT0S'],
    [4, 'PT0S'],
    [41_370, 'PT41.37S'],
    [1_234, 'PT1.23S'],
    [59_996, 'PT1M'],
    [60_000, 'PT1M'],
    [3_723_500, 'PT1H2M3.5S'],
    [86_400_000, 'P1D'],
    [86_399_999, 'P1D'],
    [172_800_000 + 300_000, 'P2DT5M'],
    [-5, 'PT0S'],
    [Number.NaN, 'PT0S'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('can be parsed back to 0.01 s for any length of time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (ms) => {
        const [, days, hours, minutes, seconds] =
          /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(formatDuration(ms)) ?? [];
        const total =
          Number(days ?? 0) * 86_400 +
          Number(hours ?? 0) * 3_600 +
          Number(minutes ?? 0) * 60 +
          Number(seconds ?? 0);
        expect(Math.abs(total * 1000 - ms)).toBeLessThanOrEqual(5.001);
      }),
    );
  });
});
