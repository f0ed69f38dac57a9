import { teachEn } from '../../i18n/catalogues/teach.en.ts';
import { teachFr } from '../../i18n/catalogues/teach.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

type TeachKey = keyof typeof teachFr;

export const t = createTranslator<TeachKey>(teachFr, teachEn);

type CountedKey = Extract<TeachKey, `${string}.one`> extends `${infer Key}.one` ? Key : never;

export function tCount(key: CountedKey, count: number): string {
  return count === 1 ? t(`${key}.one`) : t(key, { count });
}
