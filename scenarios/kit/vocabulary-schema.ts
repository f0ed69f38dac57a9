/** Zod of the word lists that read a typed answer: the `vocabulary` of `evidence.<lang>.yaml`. */
import { z } from 'zod';

/** A list that a scenario does not need may be left out. */
const words = z.array(z.string().min(1)).default([]);
const answerWords = z.strictObject({ clear: words, likely: words }).prefault({});

export const VocabularyFile = z.strictObject({
  /** `clear` decides alone; `likely` only where nothing clear says otherwise. */
  yes: answerWords,
  no: answerWords,
  /** Being able or willing: a likely yes, or a likely no where the clause denies it. */
  able: words,
  negators: words,
  /** A clause with one of these says neither yes nor no, unless it is clear. */
  unsure: words,
  /** Set phrases that hold such words without answering; `@time` stands for a clock time. */
  neutral: words,
  /** Words that open a new clause. */
  contrast: words,
  greeting: words,
  thanks: words,
  name: words,
  time: z
    .strictObject({
      /** Times by themselves: midi, noon. */
      exact: words,
      /** After a number: h, heures, pm. */
      units: words,
      /** Before a bare number: à, vers, at. */
      before: words,
      /** After a bare number: pile, sharp. */
      after: words,
      /** Before a number of hours that is no time of day: pendant. */
      durations: words,
      /** After a bare number that is no hour: minutes, décembre. */
      notClock: words,
      /** Read as one word, so that no part of them is taken for a time: après-midi. */
      joined: words,
      numbers: words,
    })
    .prefault({}),
});
export type VocabularyFile = z.infer<typeof VocabularyFile>;
