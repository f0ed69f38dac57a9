import { expect, it } from 'vitest';
import { tookLong } from '../../../client/src/page/took-long.ts';

it.each([
  ['a slow line', 5_000, 5_300, true],
  ['a fast line, after a long wait for the page before', 5_000, 5_040, false],
  ['a page from the browser’s cache', 0, 0, false],
])('tells %s', (_, requestStart, responseStart, isLong) => {
  const times = { getEntriesByType: () => [{ requestStart, responseStart }] };
  expect(tookLong(times as unknown as Performance)).toBe(isLong);
});

it('tells nothing of a browser that keeps no times', () => {
  expect(tookLong({ getEntriesByType: () => [] })).toBe(false);
});
