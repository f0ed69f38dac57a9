import { afterEach, expect, it, vi } from 'vitest';
import { printRows } from '../../../../server/cli/output.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function print(deployment: string, json: boolean): string {
  let told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    told += String(chunk);
    return true;
  });
  printRows([{ deployment, state: 'pending' }], json);
  return told;
}

/** Ends the line, clears it, turns it around and paints it, in the older and the newer way. */
const hostile = 'd1\nd2  approved\r\u001b[2K\u202egnp\u009b31m\u2028\u200b\u200f\ufeff\u{e0041}';

it('table output escapes control characters and line breaks in ids from an LMS', () => {
  const table = print(hostile, false);
  expect(table.trimEnd().split('\n')).toHaveLength(2);
  expect(table.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\p{Default_Ignorable_Code_Point}]/u);
  expect(table).toContain(String.raw`d1\u000ad2`);
});

it('JSON output can be parsed back to the same id', () => {
  const json = print(hostile, true);
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\p{Default_Ignorable_Code_Point}]/u);
  expect(JSON.parse(json)).toEqual([{ deployment: hostile, state: 'pending' }]);
});
