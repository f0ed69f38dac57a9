import { describe, expect, it } from 'vitest';
import { countUnjudged } from '../../../../client/src/staff/items/count-unjudged.ts';

describe('items without a judgement', () => {
  it('are counted individually: an item with few people does not affect the others', () => {
    const items = [
      { persons: 900, misfits: false },
      { persons: 900, misfits: true },
      { persons: 150, misfits: null },
      { persons: null, misfits: null },
      { persons: 0, misfits: null },
    ];
    expect(countUnjudged(items)).toEqual({ items: 2, played: 4 });
  });

  it('are none if every played item has enough people', () => {
    expect(countUnjudged([{ persons: 200, misfits: false }])).toEqual({ items: 0, played: 1 });
  });
});
