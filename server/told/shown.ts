import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { Shown } from '../contract/told.ts';
import { isGrave } from './grave.ts';
import { pointsOf, shareOf } from './points.ts';
import type { ToldScene } from './told-scene.ts';

const most = 3;

interface Candidate extends Shown {
  readonly isStrength: boolean;
  /** Of its item's points, 0 to 1. */
  readonly share: number;
  /** Mean of its item's steps, logits. */
  readonly difficulty: number;
}

/**
 * Strengths first, then the largest share, then the most difficult; from different dimensions if possible. Never about a
 * dimension in which something grave was noticed: somebody who gave a code away read that they stay safe. A lesser slip
 * about the same item takes the sentences of its scene only.
 */
export function chooseShown(
  scenes: readonly ToldScene[],
  strengths: readonly Dimension[],
  bank: Pick<Bank, 'items'>,
): readonly Shown[] {
  const ranked = scenes
    .flatMap((scene) => candidatesOf(scene, strengths, bank))
    .filter(({ dimension }) => !isGrave(scenes, dimension))
    .toSorted(
      (one, other) =>
        Number(other.isStrength) - Number(one.isStrength) ||
        other.share - one.share ||
        other.difficulty - one.difficulty,
    )
    .filter(({ words }, index, all) => all.findIndex((first) => first.words.fr === words.fr) === index);
  const firstOfEach = ranked.filter(
    ({ dimension }, index) => ranked.findIndex((first) => first.dimension === dimension) === index,
  );
  const others = ranked.filter((one) => !firstOfEach.includes(one));
  return [...firstOfEach, ...others].slice(0, most).map(({ dimension, words }) => ({ dimension, words }));
}

function candidatesOf(
  scene: ToldScene,
  strengths: readonly Dimension[],
  bank: Pick<Bank, 'items'>,
): Candidate[] {
  return scene.credited.flatMap(({ item: id, words }) => {
    const item = scene.items.find((one) => one.item === id);
    if (item === undefined) return [];
    const { dimension } = item;
    // Who cut the network after a first try did something about it, but not what the sentence praises.
    if (scene.noticed.some((one) => one.dimension === dimension)) return [];
    const share = shareOf(pointsOf(scene, dimension) ?? { earned: 0, possible: 0 });
    const difficulty = difficultyOf(bank, scene.scenario, dimension);
    return [{ dimension, words, isStrength: strengths.includes(dimension), share, difficulty }];
  });
}

/** 0 if the item is not in the bank. */
function difficultyOf({ items }: Pick<Bank, 'items'>, scenario: string, dimension: Dimension): number {
  const steps = items.find((one) => one.scenario === scenario && one.dimension === dimension)?.steps ?? [];
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
}
