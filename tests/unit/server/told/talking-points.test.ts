import { describe, expect, it } from 'vitest';
import { orderTalkingPoints } from '../../../../server/told/talking-points.ts';
import { content } from '../../../support/s02.ts';
import { noticed, toldScene } from './told-scenes.ts';

describe('talking points', () => {
  it('come with the most harmful first, then one of each scene before a second of any', () => {
    const scenes = [
      toldScene('a', {}, [noticed('a1', 2), noticed('a2', 2), noticed('a3', 4)]),
      toldScene('b', {}, [noticed('b1', 1), noticed('b2', 2), noticed('b3', 5)]),
    ];
    expect(orderTalkingPoints(scenes).map(({ text }) => text.fr)).toEqual([
      'b3',
      'a3',
      'a1',
      'b2',
      'a2',
      'b1',
    ]);
  });

  it('name their scene', () => {
    expect(orderTalkingPoints([toldScene('a', {}, [noticed('a1', 2)])])).toEqual([
      { scene: { fr: 'a', en: 'a' }, text: { fr: 'a1', en: 'a1' }, ask: null },
    ]);
  });
});

describe('the harm of a misconception', () => {
  const harms = new Map(
    content
      .scenarios()
      .flatMap((version) =>
        content.evidence(version).misconceptions.map(({ id, harm }) => [id, harm] as const),
      ),
  );

  it('falls from a code given away to what costs only time', () => {
    const order = ['gives-the-code', 'stays-signed-in', 'enters-data', 'short-password', 'adds-by-head'];
    expect(order.map((id) => harms.get(id))).toEqual([5, 4, 3, 2, 1]);
  });
});
