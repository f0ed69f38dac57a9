/**
 * A word as it sounds, for spelling by ear and dictation: « atansion » and « attention » are alike. After
 * FONEM (Bouchard, Brard and Lavoie, Population 36, 1981), made for French names, with what English needs.
 */

/** In order; each works on what the rules before it left. Capitals are sounds that no rule may read as letters. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/tion/g, 'sion'],
  [/([aeiouy])cti?on/g, '$1ksion'],
  [/sch|sh|ch/g, 'C'],
  [/ou?gh/g, 'o'],
  [/ght/g, 't'],
  [/qu|ck|k|q|c(?![eiyhC])/g, 'K'],
  [/c(?=[eiy])/g, 's'],
  [/x/g, 'Ks'],
  [/gu(?=[eiy])/g, 'G'],
  [/ge(?=[ao])|g(?=[eiy])/g, 'j'],
  [/g/g, 'G'],
  [/h/g, ''],
  [/oi|wa/g, 'W'],
  [/eau|au/g, 'o'],
  [/ain|ein|aim|in(?![aeiouy])|im(?=[bp])|yn/g, 'I'],
  [/(?:an|en|am(?=[bp])|em(?=[bp]))(?![aeiouyn])/g, 'A'],
  [/on(?![aeiouyn])|om(?=[bp])/g, 'O'],
  [/ai|ei|ay|ey|er$|ez$/g, 'e'],
  [/ou|oo/g, 'U'],
  [/eu|oe/g, 'E'],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
  // Silent at the end in French; the same in both spellings, so no harm to English.
  [/(?:e?[stdp]|e)+$/, ''],
];

/** @param word small letters without accents */
export function soundOf(word: string): string {
  return rules.reduce((sound, [from, to]) => sound.replace(from, to), word);
}
