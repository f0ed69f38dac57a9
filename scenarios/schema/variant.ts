/**
 * Fits a scenario to a seed: which variant it plays and the texts with that variant's words in them.
 * Names, days and hours change for another attempt; points and difficulty do not. A value that is no sentence (a number
 * in a cell) stands in the world as `{name}`, and the variant brings it.
 */
import type { WorldFile, WorldTextFile } from './scenario.ts';
import type { Language } from '../world/base.ts';
import type { World } from '../world/types.ts';

/** A scenario fitted to a seed, in all languages. */
export interface FittedScene {
  readonly world: World;
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** Place of a seed's variant among `count`: consecutive seeds get different ones. */
export function variantPlace(count: number, seed: number): number {
  return ((seed % count) + count) % count;
}

function chooseVariant(variants: WorldFile['variants'], seed: number): WorldFile['variants'][number] {
  const variant = variants[variantPlace(variants.length, seed)];
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
  const { values: common } = variant;
  const fit = (texts: WorldTextFile): Record<string, string> => {
    const values = { ...common, ...texts.variants[variant.id] };
    return Object.fromEntries(Object.entries(texts.texts).map(([key, text]) => [key, fill(text, values)]));
  };
  const filled = fillWorld(world, common);
  const fitted = Object.keys(common).length === 0 ? filled : { ...filled, values: common };
  return { world: fitted, texts: { fr: fit(textFiles.fr), en: fit(textFiles.en) } };
}

/** The world with the variant's own values in it: a string that is one `{name}` and nothing else becomes its value. */
function fillWorld<Part>(part: Part, values: Readonly<Record<string, string>>): Part {
  const fillPart = (value: unknown): unknown => {
    if (typeof value === 'string') return values[/^\{(\w+)\}$/.exec(value)?.[1] ?? ''] ?? value;
    if (Array.isArray(value)) return value.map(fillPart);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillPart(each)]));
  };
  // Only strings are replaced, by strings: the shape stays.
  return fillPart(part) as Part;
}

/** Names of the `{placeholders}` in a text. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** A text with the words of a variant in place of its `{placeholders}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
