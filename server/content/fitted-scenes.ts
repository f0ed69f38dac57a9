/** Caches fitted scenes, because every action needs its scene. */
import type { CheckResult } from '../../scenarios/checks/check-scenario.ts';
import { fitToSeed, type FittedScene, variantPlace } from '../../scenarios/schema/variant.ts';

type Files = Pick<NonNullable<CheckResult['scenario']>['files'], 'world' | 'worldTexts'>;

export function createFitter(): (files: Files, seed: number) => FittedScene {
  const cache = new WeakMap<Files, Map<number, FittedScene>>();
  return (files, seed) => {
    const { world, worldTexts } = files;
    const variants = cache.get(files) ?? new Map<number, FittedScene>();
    cache.set(files, variants);
    const variant = variantPlace(world.data.variants.length, seed);
    const cached = variants.get(variant);
    if (cached !== undefined) return cached;
    const fitted = fitToSeed(world.data, { fr: worldTexts.fr.data, en: worldTexts.en.data }, seed);
    variants.set(variant, fitted);
    return fitted;
  };
}
