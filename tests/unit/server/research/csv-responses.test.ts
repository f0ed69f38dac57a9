import { describe, expect, it } from 'vitest';
import {
  type CsvFault,
  type CsvResponses,
  readCsvResponses,
} from '../../../../server/research/csv-responses.ts';
import { bank1 } from '../../../support/measurement/bank.ts';

const usual = { bank: bank1, idColumn: null, without: [] };

function responses(text: string, change: Partial<typeof usual> = {}): CsvResponses {
  const read = readCsvResponses(text, { ...usual, ...change });
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  return read.responses;
}

function faultOf(
  text: string,
  change: { idColumn?: string; without?: readonly string[] } = {},
): CsvFault | null {
  const read = readCsvResponses(text, { ...usual, ...change });
  return 'fault' in read ? read.fault : null;
}

describe('a table of answers', () => {
  it('from elsewhere has an item in each column except that of the ids', () => {
    const { matrix, ignored } = responses('id,q1,q2\na,0,2\nb,1,NA\nc,,1\n');
    expect(matrix.items).toEqual([
      { id: 'q1', maximum: 1 },
      { id: 'q2', maximum: 2 },
    ]);
    expect([...matrix.points]).toEqual([0, 2, 1, -1, -1, 1]);
    expect(ignored).toEqual([]);
  });

  it('exported by the tool has only the bank’s items, with the bank’s maximum, without eased scenes', () => {
    const table =
      'person,language,S02_eased,S02_COM,S03_OUT,overall_theta\np1,fr,1,3,2,0.4\np2,en,0,1,NA,-1\n';
    const { matrix, ignored, eased } = responses(table);
    expect(matrix.items).toEqual([
      { id: 'S02_COM', maximum: 4 },
      { id: 'S03_OUT', maximum: 4 },
    ]);
    expect([...matrix.points]).toEqual([-1, 2, 1, -1]);
    expect(ignored).toEqual(['language', 'S02_eased', 'overall_theta']);
    expect(eased).toBe(1);
  });

  it('exported by the tool is read with the first attempt of each person in it', () => {
    const table = 'person,attempt_number,S02_COM\np1,2,4\np2,3,1\np1,1,3\n';
    expect(responses(table).matrix).toMatchObject({ persons: 2, points: Int8Array.from([1, 3]) });
  });

  it('exported by the tool is read without attempts that wait for staff, and with the next one of the person', () => {
    const table =
      'person,attempt_number,held_for,S02_COM,S03_OUT\np1,1,not-tried,4,1\np1,2,NA,2,NA\np2,1,machine-fast,3,2\n';
    const { matrix, held } = responses(table);
    expect(matrix).toMatchObject({ persons: 1, items: [{ id: 'S02_COM' }], points: Int8Array.from([2]) });
    expect(held).toBe(2);
    // In a table from elsewhere, a column of that name is an item like any other.
    expect(responses('id,held_for,q1\na,1,0\nb,0,1\n')).toMatchObject({ held: 0, matrix: { persons: 2 } });
  });

  it('exported by the tool is read without items that nobody played', () => {
    const { matrix, ignored } = responses('person,S02_COM,S16_COM\np1,3,NA\np2,1,NA\n');
    expect(matrix.items.map(({ id }) => id)).toEqual(['S02_COM']);
    expect(ignored).toEqual(['S16_COM']);
  });

  it('may come from a spreadsheet: semicolons or tabs, a byte order mark, quotes, Windows line ends, 2.0', () => {
    const plain = responses('q1,q2\n0,2\n1,0\n');
    expect(responses('\uFEFF"q1";"q2"\r\n0;2.0\r\n"1";0\r\n\r\n')).toEqual(plain);
    expect(responses('q1\tq2\n0\t2\n1\t0')).toEqual(plain);
  });

  it('leaves out unwanted items', () => {
    const read = readCsvResponses('q1,q2\n0,x\n1,y\n', { ...usual, without: ['q2'] });
    expect(read).toMatchObject({ responses: { matrix: { items: [{ id: 'q1' }] }, ignored: ['q2'] } });
  });

  it.each<[string, string, CsvFault]>([
    ['no line', '', { code: 'csv-empty' }],
    ['a heading alone', 'q1,q2\n', { code: 'csv-empty' }],
    ['a row too short', 'q1,q2\n1,0\n1\n', { code: 'csv-ragged', line: 3, cells: 1, columns: 2 }],
    ['a row too long', 'q1,q2\n1,0,1\n', { code: 'csv-ragged', line: 2, cells: 3, columns: 2 }],
    ['letters', 'q1,q2\n1,b\n', { code: 'csv-no-points', line: 2, column: 'q2', cell: 'b' }],
    ['halves', 'q1,q2\n1,0.5\n', { code: 'csv-no-points', line: 2, column: 'q2', cell: '0.5' }],
    ['less than nothing', 'q1,q2\n-1,1\n', { code: 'csv-no-points', line: 2, column: 'q1', cell: '-1' }],
    ['a person twice', 'id,q1\np,1\nq,0\np,0\n', { code: 'csv-id-twice', line: 4, id: 'p', first: 2 }],
    ['a column twice', 'q1,q1\n1,0\n', { code: 'csv-column-twice', column: 'q1' }],
    ['ids alone', 'id\np\n', { code: 'csv-no-items' }],
    [
      'more points than the bank knows',
      'S02_COM\n5\n',
      { code: 'csv-too-many-points', line: 2, column: 'S02_COM', points: 5, maximum: 4 },
    ],
    [
      'more points than any item has',
      'q1\n21\n',
      { code: 'csv-too-many-points', line: 2, column: 'q1', points: 21, maximum: 20 },
    ],
  ])('is refused by its line: %s', (_what, text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  it('is refused if its quotes are broken or a named column is missing', () => {
    expect(faultOf('q1,q2\n"1,0\n')).toMatchObject({ code: 'csv-broken' });
    expect(faultOf('q1\n1\n', { idColumn: 'who' })).toEqual({ code: 'csv-column-unknown', column: 'who' });
    expect(faultOf('q1\n1\n', { without: ['q2'] })).toEqual({ code: 'csv-column-unknown', column: 'q2' });
  });
});
