import { z } from 'zod';

/** Every list is optional: a scenario lists only what it needs. */
const words = z.array(z.string().min(1)).default([]);
const answerWords = z.strictObject({ clear: words, likely: words }).prefault({});

export const VocabularyFile = z.strictObject({
  /** A `clear` word decides alone; a `likely` one only if nothing clear contradicts it. */
  yes: answerWords,
  no: answerWords,
  /** A likely yes, or a likely no if the clause negates it. */
  able: words,
  negators: words,
  /** Such a word makes its clause neither yes nor no, unless something clear is in it. */
  unsure: words,
  /** Set phrases with such words that do not answer; `@time` matches a clock time. */
  neutral: words,
  contrast: words,
  greeting: words,
  thanks: words,
  name: words,
  time: z
    .strictObject({
      /** midi, noon */
      exact: words,
      /** After a number: h, heures, pm. */
      units: words,
      /** Before a bare number: à, vers, at. */
      before: words,
      /** After a bare number: pile, sharp. */
      after: words,
      /** Before a number of hours that is a duration: pendant. */
      durations: words,
      /** After a number that is no hour: minutes, décembre. */
      notClock: words,
      /** Read as one word, so that no part is taken for a time: après-midi. */
      joined: words,
      numbers: words,
    })
    .prefault({}),
});
export type VocabularyFile = z.infer<typeof VocabularyFile>;
