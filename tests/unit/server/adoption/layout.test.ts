import { describe, expect, it } from 'vitest';
import { fill, h1, type Line, p, points, table } from '../../../../server/adoption/blocks.ts';
import { isLedTo, layOut, type TableBlock, type TableLayout } from '../../../../server/adoption/layout.ts';

const size = { width: 9972, height: 13_572 };

function layOutRows(...rows: readonly (readonly Line[])[]): TableLayout {
  return layOut(table([1, 1], ['quoi', 'combien'], ...rows) as TableBlock, 'fr', size);
}

describe('the layout of a table', () => {
  it('shares the width by the parts of its columns', () => {
    const block = table([1, 3], ['a', 'b']) as TableBlock;
    expect(layOut(block, 'fr', size).columns).toEqual([2493, 7479]);
  });

  it('keeps all rows of a short table on one page', () => {
    const { rows } = layOutRows(['a', '1'], ['b', '2'], ['c', '3']);
    expect(rows.map(({ keepsWithNext }) => keepsWithNext)).toEqual([true, true, true, false]);
  });

  it('lets a long table go on, but leaves neither its header nor its last row alone', () => {
    const { rows } = layOutRows(...Array.from({ length: 40 }, (_, index) => [`${index}`, '1']));
    const keeping = rows.flatMap(({ keepsWithNext }, index) => (keepsWithNext ? [index] : []));
    expect(keeping).toEqual([0, 39]);
  });

  it('parts a row only if it is higher than half the page', () => {
    const long = Array.from({ length: 40 }, () => 'une ligne').join('\n');
    // A name without a line break fills lines too.
    const wide = 'mot '.repeat(700);
    const { rows } = layOutRows(['court', long], ['court', wide], ['court', 'court']);
    expect(rows.map(({ isWhole }) => isWhole)).toEqual([true, false, false, true]);
  });

  it('leaves room to write in an empty row and to sign beside a name', () => {
    const { rows } = layOutRows(
      ['', ''],
      ['Direction', fill('nom et signature', 'charge', 'signature')],
      ['a', ''],
    );
    expect(rows.map(({ leastHeight }) => leastHeight > 0)).toEqual([false, true, true, false]);
  });
});

it('a paragraph leads to a list or a table, not to a heading or another paragraph', () => {
  expect([points('a'), table([1], ['a']), h1('a'), p('a'), undefined].map(isLedTo)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
