/**
 * Fits a scenario to a seed: which variant it plays and the texts with that variant's words in them.
 * Names, days and hours change for another attempt; points and difficulty do not.
 */
import type { WorldFile, WorldTextFile } from './schema.ts';
import type { Language } from './world/base.ts';
import type { World } from './world/types.ts';

/** A scenario fitted to a seed, in all languages. */
export interface FittedScene {
  readonly world: World;
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** The variant of a seed: consecutive seeds get different ones. */
function chooseVariant(variants: WorldFile['variants'], seed: number): WorldFile['variants'][number] {
  const count = variants.length;
  const variant = variants[((seed % count) + count) % count];
  if (variant === undefined) throw new RangeError(`seed ${seed} is not a whole number`);
  return variant;
}

/** The world and texts that an attempt with this seed plays. */
export function fitToSeed(
  file: WorldFile,
  textFiles: Readonly<Record<Language, WorldTextFile>>,
  seed: number,
): FittedScene {
  const { variants, ...world } = file;
  const variant = chooseVariant(variants, seed);
  const fit = (texts: WorldTextFile): Record<string, string> => {
    const values = { ...variant.values, ...texts.variants[variant.id] };
    return Object.fromEntries(Object.entries(texts.texts).map(([key, text]) => [key, fill(text, values)]));
  };
  return { world, texts: { fr: fit(textFiles.fr), en: fit(textFiles.en) } };
}

/** Names of the `{placeholders}` in a text. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
