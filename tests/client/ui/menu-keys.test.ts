import { describe, expect, it } from 'vitest';
import { findNextItem } from '../../../client/src/ui/menu-keys.ts';

const LABELS = ['Joyce', 'Marc', 'Nadia'];

describe('the keys of a menu', () => {
  it('wrap around at both ends', () => {
    expect(findNextItem('ArrowDown', 2, LABELS)).toBe(0);
    expect(findNextItem('ArrowUp', 0, LABELS)).toBe(2);
    expect(findNextItem('Home', 2, LABELS)).toBe(0);
    expect(findNextItem('End', 0, LABELS)).toBe(2);
  });

  it('find an item by its first letter and ignore other keys', () => {
    expect(findNextItem('n', 0, LABELS)).toBe(2);
    expect(findNextItem('z', 0, LABELS)).toBeUndefined();
    expect(findNextItem('Tab', 0, LABELS)).toBeUndefined();
  });
});
