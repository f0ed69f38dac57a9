/** Caches fitted scenes, because every action needs its scene. */
import type { CheckResult } from '../../scenarios/checks/check-scenario.ts';
import { mondayOf } from '../../scenarios/schema/dates.ts';
import { fitToSeed, type FittedScene, variantPlace } from '../../scenarios/schema/variant.ts';

type Files = Pick<NonNullable<CheckResult['scenario']>['files'], 'world' | 'worldTexts'>;

/** Variants and weeks of one scene; older ones are made again if they are asked for. */
const mostKept = 64;

export function createFitter(): (files: Files, seed: number, startedAt: number) => FittedScene {
  const cache = new WeakMap<Files, Map<string, FittedScene>>();
  return (files, seed, startedAt) => {
    const { world, worldTexts } = files;
    const kept = cache.get(files) ?? new Map<string, FittedScene>();
    cache.set(files, kept);
    // Dates are those of a week: they are the same whatever day of it the attempt began.
    const key = `${variantPlace(world.data.variants.length, seed)} ${mondayOf(startedAt)}`;
    const cached = kept.get(key);
    if (cached !== undefined) return cached;
    const texts = { fr: worldTexts.fr.data, en: worldTexts.en.data };
    const fitted = fitToSeed(world.data, texts, seed, startedAt);
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(key, fitted);
    return fitted;
  };
}
