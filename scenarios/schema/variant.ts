/** Names, days and hours change between attempts; points and difficulty do not. */
import { datesInWords, mondayOf, plainDates, sampleStart } from './dates.ts';
import type { WorldFile, WorldTextFile } from './scenario.ts';
import type { Language } from '../world/base.ts';
import type { World } from '../world/types.ts';

export interface FittedScene {
  readonly world: World;
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/**
 * Consecutive seeds get different variants.
 * @returns 0 to `count` − 1
 */
export function variantPlace(count: number, seed: number): number {
  return ((seed % count) + count) % count;
}

function chooseVariant(variants: WorldFile['variants'], seed: number): WorldFile['variants'][number] {
  const variant = variants[variantPlace(variants.length, seed)];
  if (variant === undefined) throw new RangeError(`seed ${seed} is not a whole number`);
  return variant;
}

/** @param startedAt when the attempt began, for its dates; milliseconds since 1970 */
export function fitToSeed(
  file: WorldFile,
  textFiles: Readonly<Record<Language, WorldTextFile>>,
  seed: number,
  startedAt = sampleStart,
): FittedScene {
  const { variants, ...world } = file;
  const variant = chooseVariant(variants, seed);
  const { values: common } = variant;
  const fit = (language: Language): Record<string, string> => {
    const values = wordsFor(variant, textFiles[language], language, startedAt);
    const { texts } = textFiles[language];
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fill(text, values)]));
  };
  const filled = fillWorld(world, { ...plainDates(mondayOf(startedAt), variant.dates), ...common });
  const fitted = Object.keys(common).length === 0 ? filled : { ...filled, values: common };
  return { world: fitted, texts: { fr: fit('fr'), en: fit('en') } };
}

/** Every placeholder of a variant in one language; its own values come before dates of the same name. */
export function wordsFor(
  { id, values, dates }: WorldFile['variants'][number],
  { variants }: WorldTextFile,
  language: Language,
  startedAt = sampleStart,
): Readonly<Record<string, string>> {
  const monday = mondayOf(startedAt);
  return {
    ...plainDates(monday, dates),
    ...datesInWords(language, monday, dates),
    ...values,
    ...variants[id],
  };
}

/** Replaces strings that are exactly one `{name}`. */
function fillWorld<Part>(part: Part, values: Readonly<Record<string, string>>): Part {
  const fillPart = (value: unknown): unknown => {
    if (typeof value === 'string') return values[/^\{(\w+)\}$/.exec(value)?.[1] ?? ''] ?? value;
    if (Array.isArray(value)) return value.map(fillPart);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillPart(each)]));
  };
  // Strings are replaced by strings: the shape does not change.
  return fillPart(part) as Part;
}

export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** Unknown placeholders stay. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
