/** S04, second version: equal variants, any order, cells in any spelling, and a total that follows. */
import { describe, expect, it } from 'vitest';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../../scenarios/evidence/observe-play.ts';
import { readsAt } from '../../../../scenarios/world/sheet/cells.ts';
import { readEntry } from '../../../../scenarios/world/sheet/entry.ts';
import type { SheetWorld } from '../../../../scenarios/world/sheet/types.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { content } from '../../../support/s02.ts';
import { inSheet } from '../../../support/sheet-sample.ts';

const evidence = content.evidence({ scenario: 's04-schedule', worldVersion: 2, scoringVersion: 1 });
const worldOf = (seed: number): World => content.publicScene('s04-schedule', 2, seed).world;
const worlds = [0, 1, 2, 3].map(worldOf);
const variants = worlds.map((world, seed) => ({ seed, world, sheet: sheetOf(world) }));

function sheetOf({ sheet }: World): SheetWorld {
  if (sheet === undefined) throw new Error('the scene has no sheet');
  return sheet;
}

function fired(world: World, ...played: readonly WorldAction[]): readonly string[] {
  const { state, actions, refused } = observePlay(evidence.vocabulary, world, played);
  expect(refused).toEqual([]);
  const { rules } = evaluateScene(evidence, { world, state, actions, skipped: false });
  return rules.filter((rule) => rule.fired).map(({ rule }) => rule);
}

function hoursOf({ rows }: SheetWorld): readonly number[] {
  return rows.map(({ cells }) => {
    const hours = cells[3];
    return hours && 'number' in hours ? Number(hours.number) : 0;
  });
}

/** What somebody types into the cell of a row in the column of hours, as the app takes it. */
function typed(sheet: SheetWorld, row: string, text: string): WorldAction {
  const place = { row, column: 'hours' };
  const entry = readEntry(text, 'fr', readsAt(sheet, place));
  if (entry.kind === 'number') return inSheet.number(row, 'hours', entry.number);
  if (entry.kind === 'formula') return inSheet.formula(row, 'hours', entry.formula);
  return inSheet.write(row, 'hours', text);
}

const rightWay = ({ values }: World): readonly WorldAction[] => [
  inSheet.answer(values?.d1 ?? ''),
  inSheet.number('r5', 'hours', '5'),
  inSheet.sum('b1', 'hours'),
  inSheet.sort('day'),
  inSheet.flag('r11'),
];

describe('the variants', () => {
  it('have another total each, and a morning that is neither the first nor the last choice', () => {
    const totals = variants.map(({ sheet }) => hoursOf(sheet).reduce((sum, each) => sum + each, 0));
    expect(new Set(totals).size).toBe(4);
    expect(new Set(worlds.map(({ values }) => values?.d1))).toEqual(new Set(['tue', 'wed']));
  });

  it.each(variants)('have hours that fit their times but for one row: variant $seed', ({ sheet }) => {
    const unlike = sheet.rows.filter(({ cells: [, , time, hours] }) => {
      const [from = 0, to = 0] = time && 'time' in time ? time.time.split('-').map(Number) : [];
      return hours && 'number' in hours && Number(hours.number) !== to - from;
    });
    expect(unlike.map(({ id }) => id)).toEqual(['r5']);
  });

  it.each(variants)('give all points for the right way in either order: variant $seed', ({ world }) => {
    const way = rightWay(world);
    for (const order of [way, way.toReversed()]) {
      expect(fired(world, ...order)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6']);
    }
  });
});

describe('a cell of hours', () => {
  const world = worldOf(0);
  const sheet = sheetOf(world);

  it.each(['5', '5 h', '5:00', '5h00', '5 hres', 'cinq', '=2+3'])('is corrected by « %s »', (text) => {
    expect(fired(world, typed(sheet, 'r5', text))).toEqual(['e3']);
  });

  it.each(['=SOMME(D2:D13)', 'somme(d2:d13)', '=SOUS.TOTAL(9;D2:D13)', '+SOMME(D2:D13)'])(
    'holds a total that follows as « %s »',
    (text) => {
      expect(fired(world, typed(sheet, 'b1', text), typed(sheet, 'r5', '5'))).toEqual(['e3', 'e4', 'e5']);
    },
  );

  it('holds a right total in any spelling, which does not follow', () => {
    const total = hoursOf(sheet).reduce((sum, each) => sum + each, 2);
    expect(fired(world, typed(sheet, 'r5', '5'), typed(sheet, 'b1', `${total} hres`))).toEqual(['e3', 'e4']);
  });
});

describe('e5: the total follows', () => {
  const world = worldOf(0);
  const five = inSheet.number('r5', 'hours', '5');
  const sum = inSheet.sum('b1', 'hours');

  it('is not earned by the press of Sum alone, and neither is the right total', () => {
    expect(fired(world, sum)).toEqual([]);
  });

  it('is not earned by changing the hours of somebody else, unless they are put back', () => {
    const [wrong, right] = ['9', String(hoursOf(sheetOf(world))[7])].map((hours) =>
      inSheet.number('r8', 'hours', hours),
    );
    if (wrong === undefined || right === undefined) throw new Error('no hours');
    expect(fired(world, sum, wrong)).toEqual([]);
    expect(fired(world, sum, wrong, right)).toEqual(['e4', 'e5']);
    expect(fired(world, five, sum, wrong)).toEqual(['e3', 'e5']);
  });

  it('is earned with the correction, before or after', () => {
    expect(fired(world, sum, five)).toEqual(['e3', 'e4', 'e5']);
    expect(fired(world, five, sum)).toEqual(['e3', 'e4', 'e5']);
  });

  it('is earned by changing an hour to look, and taking it back', () => {
    const look = inSheet.number('r8', 'hours', '9');
    expect(fired(world, sum, look, { app: 'desk', type: 'undo' })).toEqual(['e4', 'e5']);
  });
});
