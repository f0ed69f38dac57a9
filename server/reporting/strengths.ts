/** Strengths that the report names. */
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Strength } from '../contract/report.ts';
import type { Words } from '../contract/words.ts';

const maxStrengths = 3;

export interface Observation {
  readonly dimension: Dimension;
  readonly words: Words;
  /** Share of its item's points, 0 to 1. */
  readonly share: number;
  /** Mean of the item's steps, logits. */
  readonly difficulty: number;
}

/** The largest share first, then the most difficult; from different dimensions if possible. */
export function chooseStrengths(observations: readonly Observation[]): readonly Strength[] {
  const ranked = observations
    .toSorted((one, other) => other.share - one.share || other.difficulty - one.difficulty)
    .filter(({ words }, index, all) => all.findIndex((first) => first.words.fr === words.fr) === index);
  const firstOfEach = ranked.filter(
    ({ dimension }, index) => ranked.findIndex((first) => first.dimension === dimension) === index,
  );
  const others = ranked.filter((one) => !firstOfEach.includes(one));
  return [...firstOfEach, ...others]
    .slice(0, maxStrengths)
    .map(({ dimension, words }) => ({ dimension, words }));
}
