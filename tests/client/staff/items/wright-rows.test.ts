import { describe, expect, it } from 'vitest';
import { wrightRows } from '../../../../client/src/staff/items/wright-rows.ts';

type Items = Parameters<typeof wrightRows>[0]['items'];

const item = (name: string, persons: number | null): Items[number] => ({
  name,
  scenario: 's01-a',
  dimension: 'COM',
  steps: [],
  provenance: 'expert-guess',
  persons,
  skipped: 0,
  categories: [],
  meanPoints: null,
  isOrdered: null,
  infit: null,
  outfit: null,
  misfits: null,
  itemRest: null,
});
const bins = [-1, -0.5, 0, 0.5, 1].map((from) => ({ from, to: from + 0.5, persons: from === 0 ? 40 : 0 }));

describe('the rows of the Wright map', () => {
  it('go from high to low, without empty rows at both ends but with those in between', () => {
    const steps = [{ name: 'A', step: 1, location: -0.7 }];
    const rows = wrightRows({ items: [item('A', 40)], wright: { bins, steps } });
    expect(rows.map(({ from, persons, steps: own }) => [from, persons, own.length])).toEqual([
      [0, 40, 0],
      [-0.5, 0, 0],
      [-1, 0, 1],
    ]);
  });

  it('have steps of items that somebody played, even few people, and none that nobody met', () => {
    const steps = ['A', 'B', 'C'].map((name) => ({ name, step: 1, location: 0.2 }));
    const items = [item('A', 40), item('B', null), item('C', 0)];
    const [row] = wrightRows({ items, wright: { bins, steps } });
    expect(row?.steps.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('count what is beyond the scale in the first and last rows', () => {
    const steps = [
      { name: 'A', step: 1, location: -6 },
      { name: 'A', step: 2, location: 6 },
    ];
    const rows = wrightRows({ items: [item('A', 40)], wright: { bins, steps } });
    expect(rows.map(({ from, steps: own }) => [from, own.map(({ step }) => step)])).toEqual([
      [1, [2]],
      [0.5, []],
      [0, []],
      [-0.5, []],
      [-1, [1]],
    ]);
  });

  it('are only those with steps if all counts are hidden', () => {
    const hidden = bins.map((bin) => ({ ...bin, persons: null }));
    const steps = [-0.7, 0.2].map((location, index) => ({ name: 'A', step: index + 1, location }));
    const rows = wrightRows({ items: [item('A', null)], wright: { bins: hidden, steps } });
    expect(rows.map(({ from, persons }) => [from, persons])).toEqual([
      [0, null],
      [-0.5, null],
      [-1, null],
    ]);
  });

  it('are empty if nobody played', () => {
    const none = bins.map((bin) => ({ ...bin, persons: 0 }));
    expect(wrightRows({ items: [item('A', 0)], wright: { bins: none, steps: [] } })).toEqual([]);
  });
});
