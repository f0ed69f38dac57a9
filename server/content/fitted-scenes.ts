/** Scenes fitted to their variants, each once: every action of every learner asks for its scene. */
import type { CheckResult } from '../../scenarios/checks/check-scenario.ts';
import { fitToSeed, type FittedScene, variantPlace } from '../../scenarios/schema/variant.ts';

type Files = Pick<NonNullable<CheckResult['scenario']>['files'], 'world' | 'worldTexts'>;

/** Answers the scene of these files for a seed, made when its variant is first asked for. */
export function createFitter(): (files: Files, seed: number) => FittedScene {
  const made = new WeakMap<Files, Map<number, FittedScene>>();
  return (files, seed) => {
    const { world, worldTexts } = files;
    const variants = made.get(files) ?? new Map<number, FittedScene>();
    made.set(files, variants);
    const place = variantPlace(world.data.variants.length, seed);
    const known = variants.get(place);
    if (known !== undefined) return known;
    const fitted = fitToSeed(world.data, { fr: worldTexts.fr.data, en: worldTexts.en.data }, seed);
    variants.set(place, fitted);
    return fitted;
  };
}
