import type { SceneReview, TalkingPoint } from '../../../../server/contract/review.ts';

interface ChosenPoint extends TalkingPoint {
  readonly key: string;
  readonly sceneTitle: SceneReview['title'];
}

interface Choice {
  readonly shown: readonly ChosenPoint[];
  /** Number of points not chosen; they are in the scenes' details. */
  readonly left: number;
}

/**
 * Takes one point of each scene before a second of any, starting with scenes that showed least. Scenes with
 * hardly any action come last.
 */
export function chooseTalkingPoints(scenes: readonly SceneReview[], most: number): Choice {
  const all = scenes
    .toSorted((left, right) => quietness(left) - quietness(right))
    .flatMap(({ sceneId, title, misconceptions }) =>
      misconceptions.map((point, place) => ({
        ...point,
        place,
        key: `${sceneId} ${String(place)}`,
        sceneTitle: title,
      })),
    )
    .toSorted((left, right) => left.place - right.place);
  return { shown: all.slice(0, most), left: Math.max(0, all.length - most) };
}

/** 0 if nothing was shown, 1 if everything; more if hardly anything happened. */
function quietness({ dimensions, isBrief }: SceneReview): number {
  const possible = dimensions.reduce((sum, { max }) => sum + max, 0);
  const earned = dimensions.reduce((sum, { points }) => sum + points, 0);
  return (isBrief ? 2 : 0) + (possible === 0 ? 1 : earned / possible);
}
