/** Fields whose values `acts()` only samples: a person may enter any other. */
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
  'matches',
];

/** Empty, a word, a time, and what is no number, date or formula. */
export const sampleTexts = ['', 'Oui', 'Bonjour! Je serai là à 17 h.'] as const;
