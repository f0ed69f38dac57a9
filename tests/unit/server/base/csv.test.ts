import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../../server/base/csv.ts';

describe('a line of a CSV file', () => {
  it('keeps numbers and words unchanged, and marks missing values', () => {
    expect(csvLine(['a', 1, -0.5, null, 0])).toBe('a,1,-0.5,NA,0\r\n');
    expect(csvLine([null, 'b'], '')).toBe(',b\r\n');
  });

  it('quotes separators, quotes and line breaks', () => {
    expect(csvLine(['a,b', 'say "oui"', 'two\nlines'])).toBe('"a,b","say ""oui""","two\nlines"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
    'does not start a formula with %j',
    (text) => {
      expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it.each(['＝1+1', '＋1', '－1', '＠SUM(A1)', '﹦1', '﹢1', '﹣1', '﹫A'])(
    'does not start a formula with the wide or small sign in %j',
    (text) => {
      expect(csvLine([text])).toMatch(/^'/);
    },
  );

  it.each(['\u200B=1', '\uFEFF=1', '\u202E=1', ' =1', '\u00A0+1', '\u0000=1'])(
    'does not start a formula behind what nobody sees: %j',
    (text) => {
      expect(csvLine([text])).toMatch(/^'/);
    },
  );

  it('leaves a sign inside a text alone', () => {
    expect(csvLine(['a=1', '≠1', '−1', '1+1'])).toBe('a=1,≠1,−1,1+1\r\n');
  });

  it('leaves a negative number a number', () => {
    expect(csvLine([-3])).toBe('-3\r\n');
  });

  it('treats a number that is not finite as missing', () => {
    expect(csvLine([Number.NaN, Infinity])).toBe('NA,NA\r\n');
  });
});
