/** S04 in every variant: points of the catalogue, the right way, order that does not count, texts that may be erased. */
import { describe, expect, it } from 'vitest';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../../scenarios/evidence/observe-play.ts';
import type { SceneResult } from '../../../../scenarios/kit/log.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { content } from '../../../support/s02.ts';
import { inSheet } from '../../../support/sheet-sample.ts';

const evidence = content.evidence({ scenario: 's04-schedule', worldVersion: 1, scoringVersion: 1 });
const worlds = [0, 1, 2, 3].map((seed) => content.publicScene('s04-schedule', 1, seed).world);

function resultOf(world: World, ...played: readonly WorldAction[]): SceneResult {
  const { state, actions, refused } = observePlay(evidence.vocabulary, world, played);
  expect(refused).toEqual([]);
  return evaluateScene(evidence, { world, state, actions, skipped: false });
}

function fired(world: World, ...played: readonly WorldAction[]): readonly string[] {
  return resultOf(world, ...played)
    .rules.filter((rule) => rule.fired)
    .map(({ rule }) => rule);
}

/** The day of the shift of mine that begins before noon, read from the sheet as a person reads it. */
function morningOf({ sheet }: World): string {
  const row = sheet?.rows.find(({ cells: [, , person, time] }) => {
    const isMine = person && 'word' in person && person.word === 'me';
    return isMine === true && time && 'time' in time && Number(time.time.split('-')[0]) < 12;
  });
  const day = row?.cells[1];
  return day && 'word' in day ? day.word : '';
}

/** What the hours come to once Thursday is right. */
function totalOf({ sheet }: World): number {
  const hours = sheet?.rows.map(({ cells }) => cells[4]) ?? [];
  return hours.reduce((sum, cell) => sum + (cell && 'number' in cell ? Number(cell.number) : 0), 2);
}

const rightWay = (world: World): readonly WorldAction[] => [
  inSheet.answer(morningOf(world)),
  inSheet.number('r5', 'hours', '5'),
  inSheet.sum('b1', 'hours'),
  inSheet.sort('date'),
  inSheet.flag('r11'),
];

describe('S04', () => {
  it('has the items, points and maxima of the catalogue', () => {
    expect(evidence.items).toEqual([
      { id: 's04-pro', dimension: 'PRO', max: 4 },
      { id: 's04-inf', dimension: 'INF', max: 2 },
    ]);
    expect(evidence.rules.map(({ id, item, points }) => [id, item, points])).toEqual([
      ...['e1', 'e2'].map((id) => [id, 's04-inf', 1]),
      ...['e3', 'e4', 'e5', 'e6'].map((id) => [id, 's04-pro', 1]),
    ]);
  });

  it('has different names, dates and hours for another attempt', () => {
    expect(new Set(worlds.map((world) => JSON.stringify(world.sheet?.rows))).size).toBe(4);
    expect(new Set(worlds.map(totalOf)).size).toBe(4);
    expect(worlds.map(morningOf)).toEqual(['wed', 'mon', 'wed', 'mon']);
  });

  it.each(worlds.map((world, seed) => ({ seed, world })))(
    'gives all points for the correct way in variant $seed, in either order',
    ({ world }) => {
      const way = rightWay(world);
      for (const order of [way, way.toReversed()]) {
        const result = resultOf(world, ...order);
        expect(result.items.map(({ points }) => points)).toEqual([4, 2]);
        expect(result.misconceptions).toEqual([]);
      }
    },
  );

  it.each(worlds.map((world, seed) => ({ seed, world })))(
    'accepts a total that was added by head and reports it, in variant $seed',
    ({ world }) => {
      const typed = inSheet.number('b1', 'hours', String(totalOf(world)));
      const result = resultOf(world, inSheet.number('r5', 'hours', '5'), typed);
      expect(result.misconceptions).toEqual(['adds-by-head']);
      expect(fired(world, inSheet.number('r5', 'hours', '5'), typed)).toEqual(['e3', 'e4']);
    },
  );

  it.each(worlds.map((world, seed) => ({ seed, world })))(
    'has no day that is always a safe guess in variant $seed',
    ({ world }) => {
      const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
      const right = days.filter((day) => fired(world, inSheet.answer(day)).includes('e1'));
      expect(right).toEqual([morningOf(world)]);
    },
  );

  it('gives the same evidence after typed texts are erased', () => {
    const [world] = worlds;
    if (!world) throw new Error('no variant');
    const written = (typed: string): WorldAction[] => [
      inSheet.write('head', 'hours', typed),
      inSheet.write('r8', 'person', typed),
      ...rightWay(world),
    ];
    expect(resultOf(world, ...written('\uFFFC'))).toEqual(resultOf(world, ...written('Bonjour')));
    expect(resultOf(world, ...written('Bonjour')).misconceptions).toContain('types-in-title');
  });
});
