import type { ScenePoint } from '../contract/told.ts';
import type { ToldScene } from './told-scene.ts';

/**
 * The most harmful first. Of equal harm, one of each scene comes before a second of any, in order of play.
 */
export function orderTalkingPoints(scenes: readonly ToldScene[]): readonly ScenePoint[] {
  return scenes
    .flatMap(({ title, noticed }) =>
      noticed.map(({ text, ask, harm }, index) => ({
        point: { scene: title, text, ask },
        harm,
        place: noticed.slice(0, index).filter((before) => before.harm === harm).length,
      })),
    )
    .toSorted((one, other) => other.harm - one.harm || one.place - other.place)
    .map(({ point }) => point);
}
