/** Scenes as they are told: a test names the points, what was noticed, and nothing else. */
import type { Dimension } from '../../../../scenarios/kit/dimensions.ts';
import type { LeftGoal, Noticed, ToldScene } from '../../../../server/told/told-scene.ts';

type Points = Readonly<Partial<Record<Dimension, readonly [earned: number, possible: number]>>>;

/** Its title and sentences are named after it; each item with a point has a sentence. */
export function toldScene(
  scenario: string,
  points: Points,
  noticed: readonly Noticed[] = [],
  left: readonly LeftGoal[] = [],
): ToldScene {
  const items = (Object.entries(points) as [Dimension, readonly [number, number]][]).map(
    ([dimension, [earned, max]]) => ({
      item: `${scenario}-${dimension}`,
      dimension,
      points: earned,
      max,
      skipped: false,
    }),
  );
  const credited = items
    .filter((item) => item.points > 0)
    .map(({ item }) => ({ item, words: { fr: `Vu ${item}`, en: `Seen ${item}` } }));
  return { scenario, title: { fr: scenario, en: scenario }, items, credited, noticed, left, tags: [] };
}

/** A goal of `toldScene(scenario, …)`. */
export function leftGoal(scenario: string, dimension: Dimension, goal: string, isBegun = false): LeftGoal {
  return { item: `${scenario}-${dimension}`, words: { fr: goal, en: goal }, isBegun };
}

export function noticed(name: string, harm: number, dimension: Dimension | null = null): Noticed {
  return { text: { fr: name, en: name }, ask: null, harm, dimension };
}
