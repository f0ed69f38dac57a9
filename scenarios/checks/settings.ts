import { fill, fitToSeed, wordsFor } from '../schema/variant.ts';
import type { Language } from '../world/base.ts';
import type { World, WorldAction } from '../world/types.ts';
import type { ScenarioFiles } from './scenario-files.ts';

/** A scene as one person meets it: in one variant and one language. */
export interface Setting {
  readonly variant: string;
  readonly language: Language;
  /** The same in each language. */
  readonly world: World;
  readonly texts: Readonly<Record<string, string>>;
  /** By placeholder. */
  readonly words: Readonly<Record<string, string>>;
}

/** Each variant in French, then in English. */
export function listSettings(files: Pick<ScenarioFiles, 'world' | 'worldTexts'>): readonly Setting[] {
  const texts = { fr: files.worldTexts.fr.data, en: files.worldTexts.en.data };
  return files.world.data.variants.flatMap((variant, seed) => {
    const fitted = fitToSeed(files.world.data, texts, seed);
    return (['fr', 'en'] as const).map((language) => ({
      variant: variant.id,
      language,
      world: fitted.world,
      texts: fitted.texts[language],
      words: wordsFor(variant, texts[language], language),
    }));
  });
}

/** Fills `{placeholders}` in the typed texts, and in ids that are one placeholder. */
export function fillActions(
  actions: readonly WorldAction[],
  words: Setting['words'],
): readonly WorldAction[] {
  return actions.map((action) => {
    const filled = Object.entries(action).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' && (name === 'typed' || /^\{\w+\}$/.test(value)) ? fill(value, words) : value,
    ]);
    // Strings stay strings: the shape does not change.
    return Object.fromEntries(filled) as WorldAction;
  });
}
