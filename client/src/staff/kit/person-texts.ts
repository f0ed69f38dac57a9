import { personEn } from '../../i18n/catalogues/person.en.ts';
import { personFr } from '../../i18n/catalogues/person.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

type PersonKey = keyof typeof personFr;

export const t = createTranslator<PersonKey>(personFr, personEn);

type CountedKey = Extract<PersonKey, `${string}.one`> extends `${infer Key}.one` ? Key : never;

export function tCount(key: CountedKey, count: number): string {
  return count === 1 ? t(`${key}.one`) : t(key, { count });
}
