/** Rows in memory: read once, forgotten at any write, put back by the work that changed them. */
import { beforeEach, expect, it } from 'vitest';
import { type ChangeWatch, createChangeWatch } from '../../../../server/storage/sqlite/change-watch.ts';
import { createKeptRows, type KeptRows } from '../../../../server/storage/sqlite/kept-rows.ts';

interface Row {
  readonly head: number;
}

let file: Record<string, Row>;
let reads: string[];
let watch: ChangeWatch;
let kept: KeptRows<Row>;

beforeEach(() => {
  file = { a: { head: 1 }, b: { head: 10 } };
  reads = [];
  watch = createChangeWatch(() => 1);
  kept = createKeptRows<Row>(watch);
});

function find(key: string): number | undefined {
  return kept.find(key, () => {
    reads.push(key);
    return file[key];
  })?.head;
}

it('reads each row once, and those that are not there each time', () => {
  expect([find('a'), find('a'), find('b'), find('none'), find('none')]).toEqual([
    1,
    1,
    10,
    undefined,
    undefined,
  ]);
  expect(reads).toEqual(['a', 'b', 'none', 'none']);
});

it('forgets all at a write', () => {
  find('a');
  find('b');
  file = { a: { head: 2 } };
  watch.note();
  expect([find('a'), find('b')]).toEqual([2, undefined]);
});

it('has a changed row at hand once it is put back, and reads it where nobody looked before', () => {
  find('a');
  const putBack = { a: kept.take('a'), b: kept.take('b') };
  file = { a: { head: 2 }, b: { head: 11 } };
  putBack.a(({ head }) => ({ head: head + 1 }));
  putBack.b(({ head }) => ({ head: head + 1 }));
  expect([find('a'), find('b')]).toEqual([2, 11]);
  expect(reads).toEqual(['a', 'b']);
});

it('reads a row that was taken out and is not put back', () => {
  find('a');
  kept.take('a');
  file = { a: { head: 2 } };
  expect(find('a')).toBe(2);
});

it('puts nothing back that was written to meanwhile, or before it was taken', () => {
  find('a');
  const meanwhile = kept.take('a');
  watch.note();
  file = { a: { head: 5 }, b: { head: 10 } };
  find('b');
  meanwhile(() => ({ head: 2 }));
  expect(find('a')).toBe(5);
  watch.note();
  file = { a: { head: 9 }, b: { head: 10 } };
  const late = kept.take('a');
  find('b');
  late(({ head }) => ({ head: head + 1 }));
  expect(find('a')).toBe(9);
});

it('keeps two thousand rows, and forgets those that were asked for longest ago', () => {
  for (let count = 0; count <= 2_000; count += 1) file[`row ${count}`] = { head: count };
  for (let count = 0; count <= 2_000; count += 1) find(`row ${count}`);
  reads = [];
  expect([find('row 2000'), find('row 1'), find('row 0')]).toEqual([2_000, 1, 0]);
  expect(reads).toEqual(['row 0']);
});
