/** The spreadsheet's reducer: entering, adding up, sorting, marking, answering. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../../../scenarios/world/sheet/cells.ts';
import { SheetValues } from '../../../../../scenarios/world/sheet/evaluate.ts';
import { reduceSheet } from '../../../../../scenarios/world/sheet/sheet.ts';
import { findFilledBelow } from '../../../../../scenarios/world/sheet/sum.ts';
import type { SheetAction, SheetState } from '../../../../../scenarios/world/sheet/types.ts';
import { inSheet, playSheet, sampleSheet, sheetStart } from '../../../../support/sheet-sample.ts';

function refusal(action: SheetAction, state = sheetStart): string | null {
  const next = reduceSheet(sampleSheet, state, action, { epoch: 1, actionSeq: 99 });
  return next.ok ? null : next.code;
}

function value(state: SheetState, row: string, column = 'hours'): unknown {
  const found = new SheetValues(sampleSheet, state).of({ row, column });
  if (found.kind === 'number') return found.number;
  return found.kind === 'fault' ? found.fault : found.kind;
}

/** The displayed values of a row's cells. */
function rowsOf(state: SheetState): readonly string[] {
  return state.order.map((row) =>
    JSON.stringify(sampleSheet.columns.map(({ id }) => contentOf(sampleSheet, state, { row, column: id }))),
  );
}

function column(state: SheetState, id: string): readonly string[] {
  return state.order.map((row) => JSON.stringify(contentOf(sampleSheet, state, { row, column: id })));
}

describe('writing into a cell', () => {
  it('stores a number, a formula or a text, and can clear the cell', () => {
    const state = playSheet(
      inSheet.number('r1', 'hours', '5'),
      inSheet.formula('b1', 'hours', 'SUM(D2:D4)'),
      inSheet.write('r2', 'who', 'Zoé'),
      inSheet.clear('r3', 'hours'),
    );
    expect(value(state, 'b1')).toBe(8);
    expect(contentOf(sampleSheet, state, { row: 'r2', column: 'who' })).toEqual({
      typed: 'Zoé',
      by: { epoch: 1, actionSeq: 3 },
    });
    expect(value(state, 'r3')).toBe('empty');
  });

  it('can overwrite or clear a title, as in any spreadsheet', () => {
    const state = playSheet(inSheet.number('head', 'hours', '5'));
    expect(value(state, 'head')).toBe(5);
    expect(playSheet(inSheet.clear('head', 'hours')).changed).toEqual({ 'head.hours': null });
  });

  it('returns the same state object if nothing changed', () => {
    expect(playSheet(inSheet.number('r1', 'hours', '4'))).toBe(sheetStart);
    expect(playSheet(inSheet.clear('b1', 'hours'))).toBe(sheetStart);
    expect(playSheet(inSheet.unflag('r1'))).toBe(sheetStart);
  });

  it('adds one undo step for each text, whatever it contains', () => {
    const once = playSheet(inSheet.write('r1', 'who', 'a'));
    const twice = playSheet(inSheet.write('r1', 'who', 'a'), inSheet.write('r1', 'who', 'a'));
    expect(twice).not.toEqual(once);
  });

  it('refuses cells that do not exist and values not in stored form', () => {
    expect(refusal(inSheet.number('r9', 'hours', '5'))).toBe('world.unknown-target');
    expect(refusal(inSheet.number('r1', 'colour', '5'))).toBe('world.unknown-target');
    expect(refusal(inSheet.number('r1', 'hours', '5,0'))).toBe('sheet.not-canonical');
    expect(refusal(inSheet.formula('r1', 'hours', 'SOMME(D2:D4)'))).toBe('sheet.not-canonical');
    expect(refusal(inSheet.sort('colour'))).toBe('world.unknown-target');
    expect(refusal(inSheet.flag('b1'))).toBe('world.unknown-target');
    expect(refusal(inSheet.answer('total'))).toBe('world.unknown-target');
  });
});

describe('formulas', () => {
  it.each([
    ['SUM(D2:D4)', 9.5],
    ['SUM(D4:D2,1)', 10.5],
    ['AVERAGE(D2:D3)', 3.5],
    ['MIN(D2:D4)', 2.5],
    ['MAX(D2:D4)', 4],
    ['COUNT(A2:D4)', 3],
    ['D2*2-D3/2', 6.5],
    ['-(D2+D3)', -7],
    ['0.1+0.2', 0.3],
    ['SUM(A1:C4)', 0],
    ['D2/0', 'division-by-zero'],
    ['AVERAGE(B2:B4)', 'division-by-zero'],
    ['B2+1', 'not-a-number'],
    ['D1+1', 'not-a-number'],
    ['Z9+1', 'outside'],
    ['D5', 'circle'],
    ['SUM(D2:D6)', 'circle'],
    ['999999999*999999999', 'too-large'],
  ])('%s is %s', (formula, expected) => {
    expect(value(playSheet(inSheet.formula('b1', 'hours', formula)), 'b1')).toBe(expected);
  });

  it('with a circular reference through several cells do not fail', () => {
    const state = playSheet(inSheet.formula('b1', 'hours', 'D6'), inSheet.formula('b2', 'hours', 'D5'));
    expect([value(state, 'b1'), value(state, 'b2')]).toEqual(['circle', 'circle']);
  });

  it('count an empty cell as 0 and ignore words in a sum', () => {
    const state = playSheet(
      inSheet.clear('r1', 'hours'),
      inSheet.write('r2', 'hours', 'trois'),
      inSheet.formula('b1', 'hours', 'SUM(D2:D4)+D2'),
    );
    expect(value(state, 'b1')).toBe(2.5);
  });
});

describe('« Somme »', () => {
  it('adds up the column when the cell below it is chosen', () => {
    const state = playSheet(inSheet.sum('b1', 'hours'));
    expect(state.changed).toEqual({ 'b1.hours': { formula: 'SUM(D2:D4)' } });
    expect(value(playSheet(inSheet.sum('b1', 'hours'), inSheet.sum('b2', 'hours')), 'b2')).toBe(9.5);
  });

  it('uses the first free cell below a chosen table cell, and overwrites nothing', () => {
    expect(playSheet(inSheet.sum('r2', 'hours')).changed).toEqual({ 'b1.hours': { formula: 'SUM(D2:D4)' } });
    expect(playSheet(inSheet.sum('head', 'hours')).changed).toEqual({
      'b1.hours': { formula: 'SUM(D2:D4)' },
    });
    const full = playSheet(inSheet.number('b1', 'hours', '9'));
    expect(refusal(inSheet.sum('r2', 'hours'), full)).toBe('sheet.nothing-to-sum');
  });

  it('names the filled cell in its way, unless the column has no number or a cell is free', () => {
    const find = (state: SheetState, column = 'hours') =>
      findFilledBelow(sampleSheet, state, { row: 'r2', column });
    const place = { row: 'b1', column: 'hours' };
    expect(find(playSheet(inSheet.sum('b1', 'hours')))).toEqual({ place, isSum: true });
    expect(find(playSheet(inSheet.number('b1', 'hours', '9')))).toEqual({ place, isSum: false });
    expect(find(sheetStart)).toBeUndefined();
    expect(
      find(playSheet(inSheet.write('b1', 'who', 'x'), inSheet.write('b2', 'who', 'y')), 'who'),
    ).toBeUndefined();
    const below = playSheet(inSheet.number('b1', 'hours', '9'), inSheet.sum('b2', 'hours'));
    expect(find(below)).toEqual({ place: { row: 'b2', column: 'hours' }, isSum: true });
  });

  it('is refused if the column has no number', () => {
    expect(refusal(inSheet.sum('b1', 'who'))).toBe('sheet.nothing-to-sum');
    expect(refusal(inSheet.sum('b9', 'hours'))).toBe('sheet.nothing-to-sum');
  });
});

describe('« Trier »', () => {
  it.each([
    ['date', 'up', ['r2', 'r3', 'r1']],
    ['date', 'down', ['r1', 'r3', 'r2']],
    ['who', 'up', ['r3', 'r1', 'r2']],
    ['time', 'up', ['r3', 'r1', 'r2']],
    ['hours', 'down', ['r1', 'r2', 'r3']],
  ] as const)('sorts by %s, %s', (by, direction, order) => {
    expect(playSheet(inSheet.sort(by, 'table', direction)).order).toEqual(order);
  });

  it('puts empty cells last in either direction, and texts after numbers', () => {
    const gap = inSheet.clear('r1', 'hours');
    expect(playSheet(gap, inSheet.sort('hours', 'table', 'up')).order).toEqual(['r3', 'r2', 'r1']);
    expect(playSheet(gap, inSheet.sort('hours', 'table', 'down')).order).toEqual(['r2', 'r3', 'r1']);
    expect(playSheet(inSheet.write('r3', 'who', 'A'), inSheet.sort('who')).order).toEqual(['r1', 'r2', 'r3']);
  });

  it('separates rows if only one column is sorted', () => {
    const state = playSheet(inSheet.sort('date', 'column'));
    expect(state.order).toEqual(sheetStart.order);
    expect(column(state, 'date')).toEqual([...column(sheetStart, 'date')].sort());
    expect(column(state, 'who')).toEqual(column(sheetStart, 'who'));
  });

  it('keeps marks with their rows, and a formula refers to its own row', () => {
    const state = playSheet(
      inSheet.flag('r1'),
      inSheet.formula('r1', 'who', 'D2*2'),
      inSheet.formula('b1', 'hours', 'SUM(D2:D4)'),
      inSheet.sort('date'),
    );
    expect(state.flags).toEqual(['r1']);
    expect(contentOf(sampleSheet, state, { row: 'r1', column: 'who' })).toEqual({ formula: 'D4*2' });
    expect([value(state, 'r1', 'who'), value(state, 'b1')]).toEqual([8, 9.5]);
  });

  const entered = fc.array(
    fc.tuple(
      fc.constantFrom('r1', 'r2', 'r3'),
      fc.constantFrom('date', 'who', 'time', 'hours'),
      fc.constantFrom('1', '2', '10', '-3'),
    ),
    { maxLength: 6 },
  );
  const by = fc.constantFrom('date', 'who', 'time', 'hours');
  const direction = fc.constantFrom<'up' | 'down'>('up', 'down');

  it('of the whole table keeps rows together and in order, and changes nothing the second time', () => {
    fc.assert(
      fc.property(entered, by, direction, (numbers, id, way) => {
        const before = playSheet(...numbers.map((each) => inSheet.number(...each)));
        const sort = inSheet.sort(id, 'table', way);
        const after = playSheet(...numbers.map((each) => inSheet.number(...each)), sort);
        expect([...rowsOf(after)].sort()).toEqual([...rowsOf(before)].sort());
        const again = reduceSheet(sampleSheet, after, sort, { epoch: 1, actionSeq: 99 });
        expect(again).toEqual({ ok: true, state: after });
      }),
    );
  });

  it('of one column changes that column only, loses nothing and ignores what texts say', () => {
    fc.assert(
      fc.property(by, direction, fc.array(fc.string(), { maxLength: 3 }), (id, way, texts) => {
        const written = texts.map((text, index) => inSheet.write(`r${index + 1}`, id, text));
        const erased = texts.map((_text, index) => inSheet.write(`r${index + 1}`, id, '\uFFFC'));
        const after = playSheet(...written, inSheet.sort(id, 'column', way));
        expect([...column(after, id)].sort()).toEqual([...column(playSheet(...written), id)].sort());
        for (const other of ['date', 'who', 'time', 'hours'].filter((each) => each !== id)) {
          expect(column(after, other)).toEqual(column(sheetStart, other));
        }
        const blank = playSheet(...erased, inSheet.sort(id, 'column', way));
        const places = (state: SheetState): string =>
          JSON.stringify(state).replace(/"typed":"(\\.|[^"\\])*"/g, '');
        expect(places(blank)).toBe(places(after));
      }),
    );
  });
});

describe('marking and answering', () => {
  it('marks a row and removes the mark', () => {
    expect(playSheet(inSheet.flag('r2'), inSheet.flag('r1')).flags).toEqual(['r2', 'r1']);
    expect(playSheet(inSheet.flag('r2'), inSheet.unflag('r2')).flags).toEqual([]);
  });

  it('stores the last answer', () => {
    expect(playSheet(inSheet.answer('ana'), inSheet.answer('bob')).answers).toEqual({ q1: 'bob' });
  });
});
