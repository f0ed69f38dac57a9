/** Finds English that was left in a French text, and the other way round. */
import type { Language } from '../world/base.ts';

/** Words of one language that the other does not have. */
const marks: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    'le les des une est vous dans pour avec ton ta tes du au aux ce cette qui que sont il elle nous votre vos mon ma mes et ou je tu'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the you your and is are with this that what have from of to my we they his her their will can not when who how it'.split(
      ' ',
    ),
  ),
};

const fewest = 2;

/** True if the text has two such words or more, and more than its own language has. */
export function isOtherLanguage(language: Language, text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (of: Language): number => words.filter((word) => marks[of].has(word)).length;
  const other = count(language === 'fr' ? 'en' : 'fr');
  return other >= fewest && other > count(language);
}
