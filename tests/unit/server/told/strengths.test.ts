import { describe, expect, it } from 'vitest';
import { findStrengths } from '../../../../server/told/strengths.ts';
import { noticed, toldScene } from './told-scenes.ts';

describe('a strength', () => {
  it('takes at least half of the points in two scenes', () => {
    expect(findStrengths([toldScene('a', { SEC: [1, 2] }), toldScene('b', { SEC: [2, 4] })])).toEqual([
      'SEC',
    ]);
    expect(findStrengths([toldScene('a', { SEC: [2, 2] }), toldScene('b', { SEC: [1, 4] })])).toEqual([]);
  });

  it('is never told from one scene, however well it went', () => {
    expect(findStrengths([toldScene('a', { PRO: [4, 4] })])).toEqual([]);
    expect(findStrengths([])).toEqual([]);
  });

  it('takes at least half of the points of all scenes together', () => {
    const two = [toldScene('a', { OUT: [1, 2] }), toldScene('b', { OUT: [1, 2] })];
    expect(findStrengths([...two, toldScene('c', { OUT: [2, 4] })])).toEqual(['OUT']);
    expect(findStrengths([...two, toldScene('c', { OUT: [1, 4] })])).toEqual([]);
  });

  it('is not told beside something grave in its dimension', () => {
    const scenes = (harm: number, dimension: 'SEC' | 'OUT' | null) => [
      toldScene('a', { SEC: [2, 3] }, [noticed('gives it away', harm, dimension)]),
      toldScene('b', { SEC: [4, 4] }),
    ];
    expect(findStrengths(scenes(5, 'SEC'))).toEqual([]);
    expect(findStrengths(scenes(3, 'SEC'))).toEqual([]);
    expect(findStrengths(scenes(2, 'SEC'))).toEqual(['SEC']);
    expect(findStrengths(scenes(5, 'OUT'))).toEqual(['SEC']);
    expect(findStrengths(scenes(2, null))).toEqual(['SEC']);
  });

  it('is one of two at most, the largest share first', () => {
    const scenes = ['a', 'b'].map((name) => toldScene(name, { OUT: [1, 2], INF: [3, 4], COM: [4, 4] }));
    expect(findStrengths(scenes)).toEqual(['COM', 'INF']);
  });
});
