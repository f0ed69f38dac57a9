/** Which of the things that were seen are told as strengths (assessment.md §6.1). Pure. */
import type { Dimension } from '../../scenarios/kit/log.ts';
import type { Strength } from '../contract/report.ts';
import type { Words } from '../contract/words.ts';

/** More would be a list, and no longer what stands out. */
const mostStrengths = 3;

/** One credited rule that may be told to the learner. */
export interface Observation {
  readonly dimension: Dimension;
  readonly words: Words;
  /** Points earned of those possible in its item, 0 to 1: how steady it was. */
  readonly share: number;
  /** Mean of the item's steps, logits: of two things done alike, the harder one says more. */
  readonly difficulty: number;
}

/** At most three: the steadiest and hardest first, of different dimensions where there are enough; nothing twice. */
export function chooseStrengths(observations: readonly Observation[]): readonly Strength[] {
  const ranked = observations
    .toSorted((one, other) => other.share - one.share || other.difficulty - one.difficulty)
    .filter(({ words }, index, all) => all.findIndex((first) => first.words.fr === words.fr) === index);
  const firstOfEach = ranked.filter(
    ({ dimension }, index) => ranked.findIndex((first) => first.dimension === dimension) === index,
  );
  const others = ranked.filter((one) => !firstOfEach.includes(one));
  return [...firstOfEach, ...others]
    .slice(0, mostStrengths)
    .map(({ dimension, words }) => ({ dimension, words }));
}
