import { describe, expect, it } from 'vitest';
import type { ItemResult } from '../../../../scenarios/kit/log.ts';
import type { Dimension } from '../../../../scenarios/kit/dimensions.ts';
import { measureResults, type PlayedScene } from '../../../../scenarios/measurement/measure.ts';
import type { Measure } from '../../../../scenarios/kit/measurement-types.ts';
import { bank1 } from '../../../support/measurement/bank.ts';

type Items = readonly (readonly [Dimension, number, number])[];

function scene(scenario: string, items: Items, how: 'done' | 'skipped' = 'done'): PlayedScene {
  const results = items.map(([dimension, points, max]): ItemResult => {
    return { item: `${scenario}-${dimension}`, dimension, points, max, skipped: how === 'skipped' };
  });
  return { scenario, worldVersion: 1, how, result: { rules: [], items: results, misconceptions: [] } };
}

const inbox = scene('s02-inbox', [
  ['COM', 3, 4],
  ['OUT', 2, 2],
]);
const tidy = scene('s03-tidy', [
  ['OUT', 3, 4],
  ['INF', 1, 1],
]);
const parcel = scene('s05-parcel', [
  ['SEC', 1, 4],
  ['COM', 0, 1],
]);

function measure(...scenes: PlayedScene[]): Measure {
  const found = measureResults(bank1, scenes);
  if (found === null) throw new Error('nothing was measured');
  return found;
}

describe('a measure', () => {
  it('has the bank, the number of scenes and items, and the dimensions that were answered', () => {
    const found = measure(inbox, tidy, parcel);
    expect([found.bankVersion, found.scenes, found.overall.items]).toEqual([1, 3, 6]);
    expect(Object.entries(found.dimensions).map(([name, { items }]) => [name, items])).toEqual([
      ['OUT', 2],
      ['INF', 1],
      ['COM', 2],
      ['SEC', 1],
    ]);
  });

  it('has a score between those at the ends of the band', () => {
    const { score, scoreBand } = measure(inbox, tidy, parcel).overall;
    expect([score, ...scoreBand].every((one) => Number.isInteger(one))).toBe(true);
    expect(scoreBand[0]).toBeLessThan(score);
    expect(scoreBand[1]).toBeGreaterThan(score);
  });

  it('uses all items for the overall ability, and a dimension’s own for the dimension', () => {
    const found = measure(inbox, tidy, parcel);
    expect(found.overall.se).toBeLessThan(found.dimensions.COM?.se ?? 0);
    expect(found.dimensions.COM).toEqual(measure(parcel, inbox).dimensions.COM);
  });

  it('does not depend on the order of the scenes', () => {
    const one = measure(inbox, tidy, parcel);
    const other = measure(parcel, inbox, tidy);
    expect(other.overall.theta).toBeCloseTo(one.overall.theta, 10);
    expect(other.overall.score).toBe(one.overall.score);
  });
});

describe('what counts as an answer:', () => {
  it('a skipped scene gives 0 points, and does not count as played', () => {
    const skipped = scene(
      's05-parcel',
      [
        ['SEC', 0, 4],
        ['COM', 0, 1],
      ],
      'skipped',
    );
    const found = measure(inbox, skipped);
    expect([found.scenes, found.overall.items]).toEqual([1, 4]);
    expect(found.overall.theta).toBeLessThan(measure(inbox).overall.theta);
  });

  it('a scene that was not reached is missing, not 0', () => {
    const nothing = scene('s05-parcel', [
      ['SEC', 0, 4],
      ['COM', 0, 1],
    ]);
    expect(measure(inbox).dimensions.SEC).toBeUndefined();
    expect(measure(inbox).overall.theta).toBeGreaterThan(measure(inbox, nothing).overall.theta);
  });

  it('an item that was not accessible is missing; the rest of its scene counts', () => {
    const half = scene('s02-inbox', [['COM', 3, 4]]);
    expect(measure(half).dimensions).toEqual({ COM: measure(inbox).dimensions.COM });
  });

  it('a scene given twice counts once, by its last result', () => {
    expect(measure(scene('s02-inbox', [['COM', 0, 4]]), tidy, inbox)).toEqual(measure(inbox, tidy));
  });

  it('there is no measure if nothing was played, everything was skipped, or only unscored scenes were played', () => {
    expect(measureResults(bank1, [])).toBeNull();
    expect(measureResults(bank1, [scene('s02-inbox', [['COM', 0, 4]], 'skipped')])).toBeNull();
    expect(measureResults(bank1, [scene('s00-welcome', [])])).toBeNull();
    expect(measure(scene('s00-welcome', []), inbox)).toEqual(measure(inbox));
  });

  it('an item that the bank lacks, or has with another maximum, is missing', () => {
    expect(measureResults(bank1, [scene('s99-none', [['COM', 1, 1]])])).toBeNull();
    expect(measureResults(bank1, [scene('s02-inbox', [['COM', 3, 3]])])).toBeNull();
    expect(measureResults(bank1, [scene('s02-inbox', [['SEC', 1, 1]])])).toBeNull();
  });
});
