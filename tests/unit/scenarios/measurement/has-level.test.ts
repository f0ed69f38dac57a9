import { describe, expect, it } from 'vitest';
import { hasLevel, isDimensionPrecise } from '../../../../scenarios/measurement/has-level.ts';
import { measureOf, steadyVector } from '../../../support/measured-attempts.ts';

describe('a level', () => {
  it.each([
    [0, 1, false],
    [1, 1, false],
    [5, 1, false],
    [6, 1, true],
    [6, 6, true],
    [7, 8, false],
    [8, 8, true],
  ])('after %i scenes, if the form asks for %i: %s', (scenes, minScenes, expected) => {
    const measure = scenes === 0 ? null : measureOf(steadyVector, scenes);
    expect(hasLevel(measure, minScenes)).toBe(expected);
  });

  it('takes six scenes if the form is gone', () => {
    expect(hasLevel(measureOf(steadyVector, 5))).toBe(false);
    expect(hasLevel(measureOf(steadyVector, 6))).toBe(true);
  });
});

describe('the level of a dimension', () => {
  it('may be told up to an error of 0.70 logit', () => {
    expect([0.55, 0.7, 0.7001, 1].map((se) => isDimensionPrecise({ se }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
