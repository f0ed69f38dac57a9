import { describe, expect, it } from 'vitest';
import { content } from '../../../support/s02.ts';

/** The steps of bank 2, which attempts have pinned: they never change. */
const pinned = `S01 SEC(-0.7,0.1,0.9) OUT(-2.2,-1.4) S02 COM(-1.8,-0.8,0.3,0.6) OUT(-1.2,-0.3)
 S03 OUT(-1.3,-0.7,0.1,0.8) INF(-1) S04 PRO(-1,-0.3,0.5,1.5) INF(-1.6,0.7) S05 SEC(-0.5,-0.2,0.4,1.3) COM(-0.3)
 S06 RES(-1.6,-0.7,0.1,0.7) OUT(-0.7,0.3) SEC(-1.8,0.5) S07 INF(-1.8,-1.8,0.5,1.4) RES(-0.6)`;

describe('bank 2', () => {
  const bank = content.getBank(2);
  const lines = bank.items.map(({ scenario, dimension, steps }) => {
    return [scenario.slice(0, 3).toUpperCase(), `${dimension}(${steps.join()})`];
  });

  it('stays as attempts have pinned it, though a newer bank exists', () => {
    const words = lines.flatMap(([scene = '', item = ''], index) =>
      lines[index - 1]?.[0] === scene ? [item] : [scene, item],
    );
    expect(words).toEqual(pinned.split(/\s+/));
    expect([bank.score, new Set(Object.values(bank.worlds))]).toEqual(['domain', new Set([2])]);
  });
});

describe('a newer bank', () => {
  it.each([
    [2, 3],
    [3, 4],
  ])('has the items of bank %i as they are, and adds scenes: bank %i', (older, newer) => {
    const { items, worlds } = content.getBank(newer);
    for (const item of content.getBank(older).items) expect(items).toContainEqual(item);
    expect(worlds).toMatchObject(content.getBank(older).worlds);
  });
});
