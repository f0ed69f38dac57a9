/** Values of free fields for `acts()`: a person may type or choose any other. */

/** Fields of actions whose values `acts()` only samples. */
export const freeFields: readonly string[] = [
  'typed',
  'reading',
  'number',
  'formula',
  'fields',
  'userName',
  'password',
  'secret',
  'again',
  'code',
];

/** Nothing, a word, a time, and what is no number, date or formula. */
export const sampleTexts = ['', 'Oui', 'Bonjour! Je serai là à 17 h.'] as const;
