import { describe, expect, it } from 'vitest';
import { chooseTalkingPoints } from '../../../../client/src/staff/review/talking-points.ts';
import type { SceneReview } from '../../../../server/contract/review.ts';
import { sampleScene } from './sample-review.ts';

/** A scene in which so many points of 4 were shown, with so many talking points. */
function scene(
  sceneId: string,
  points: number,
  count: number,
  change: Partial<SceneReview> = {},
): SceneReview {
  const misconceptions = Array.from({ length: count }, () => ({ text: { fr: 'a', en: 'a' }, ask: null }));
  return sampleScene({
    sceneId,
    misconceptions,
    dimensions: [{ dimension: 'COM', points, max: 4 }],
    ...change,
  });
}

function keys(scenes: readonly SceneReview[], most: number): string[] {
  return chooseTalkingPoints(scenes, most).shown.map(({ key }) => key);
}

describe('the talking points of a sheet', () => {
  it('begin with the scene with the lowest result, and take one of each before a second', () => {
    const scenes = [scene('most', 3, 2), scene('none', 0, 2), scene('half', 2, 2)];
    expect(keys(scenes, 4)).toEqual(['none 0', 'half 0', 'most 0', 'none 1']);
  });

  it('end with scenes of hardly an action, and unscored ones after scored ones', () => {
    const scenes = [
      scene('brief', 0, 1, { isBrief: true }),
      scene('unscored', 0, 1, { dimensions: [] }),
      scene('part', 2, 1),
    ];
    expect(keys(scenes, 4)).toEqual(['part 0', 'unscored 0', 'brief 0']);
  });

  it('are in order of play if results are equal', () => {
    expect(keys([scene('1', 2, 1), scene('2', 2, 1)], 4)).toEqual(['1 0', '2 0']);
  });

  it('count how many more there are', () => {
    expect(chooseTalkingPoints([scene('1', 2, 3)], 2).left).toBe(1);
    expect(chooseTalkingPoints([scene('1', 2, 2)], 2).left).toBe(0);
    expect(chooseTalkingPoints([], 4)).toEqual({ shown: [], left: 0 });
  });
});
