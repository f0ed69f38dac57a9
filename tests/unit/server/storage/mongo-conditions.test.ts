/** What a query of the MongoDB adapter may ask. */
import { describe, expect, it } from 'vitest';
import {
  above,
  atLeast,
  atMost,
  below,
  containing,
  oneOf,
  otherThan,
  toQuery,
} from '../../../../server/storage/mongo/conditions.ts';

describe('a query of MongoDB', () => {
  it('compares plain values for equality, and otherwise accepts only conditions of this module', () => {
    expect(toQuery({ a: 'x', b: 1, c: true, d: null })).toEqual({ a: 'x', b: 1, c: true, d: null });
    expect(
      toQuery({ a: above(1), b: atLeast('b'), c: below(2), d: atMost('d'), e: otherThan(null) }),
    ).toEqual({
      a: { $gt: 1 },
      b: { $gte: 'b' },
      c: { $lt: 2 },
      d: { $lte: 'd' },
      e: { $ne: null },
    });
    expect(toQuery({ a: oneOf(['x', 'y']) })).toEqual({ a: { $in: ['x', 'y'] } });
    expect(toQuery({ a: containing(['x', '$y']) })).toEqual({ a: { $all: ['x', '$y'] } });
  });

  it('may have alternatives, but not an empty list of them', () => {
    expect(toQuery([{ a: 1 }, { b: 2 }])).toEqual({ $or: [{ a: 1 }, { b: 2 }] });
    expect(() => toQuery([])).toThrow(TypeError);
  });

  it('refuses objects, lists and undefined as values', () => {
    for (const value of [
      { $gt: '' },
      { toQuery: () => ({ $gt: '' }) },
      ['x'],
      undefined,
      new Date(),
    ] as unknown[]) {
      expect(() => toQuery({ a: value as string })).toThrow(TypeError);
      expect(() => toQuery([{ a: value as string }])).toThrow(TypeError);
      expect(() => toQuery({ a: oneOf([value as string]) })).toThrow(TypeError);
      expect(() => toQuery({ a: containing([value as string]) })).toThrow(TypeError);
    }
  });
});
