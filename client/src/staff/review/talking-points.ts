/** Which of everything that was noticed stands on the sheet: a conversation holds no more, and neither does a page. */
import type { SceneReview, TalkingPoint } from '../../../../server/contract/review.ts';

interface ChosenPoint extends TalkingPoint {
  readonly key: string;
  readonly sceneTitle: SceneReview['title'];
}

interface Choice {
  readonly shown: readonly ChosenPoint[];
  /** How many stand in the details of scenes alone. */
  readonly left: number;
}

/**
 * The most telling first: one of each scene before a second of any, and before all those of scenes in which least was
 * shown. A scene that was over with hardly an action says little, and comes last.
 * @param most how many at most
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

/** 0 where nothing was shown and there is most to talk about, 1 where all was; more where hardly anything happened. */
function quietness({ dimensions, isBrief }: SceneReview): number {
  const possible = dimensions.reduce((sum, { max }) => sum + max, 0);
  const earned = dimensions.reduce((sum, { points }) => sum + points, 0);
  return (isBrief ? 2 : 0) + (possible === 0 ? 1 : earned / possible);
}
