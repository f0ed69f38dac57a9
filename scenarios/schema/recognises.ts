import { z } from 'zod';

/** What texts are searched for, or `{placeholder}` of a value of the variant: `day: thursday`, `code: '{code}'`. */
export const recognises = z
  .strictObject({
    day: z.string().exactOptional(),
    code: z.string().exactOptional(),
    time: z
      .string()
      .exactOptional()
      .describe(
        'The time that a text should give, on the 24-hour clock: `07:42` or `{placeholder}` of such a value. A text then has `sameTime` if it gives it, and `otherTime` if it gives another one. · L’heure qu’un texte devrait donner, sur 24 heures : `07:42`, ou `{mot}` d’une telle valeur. Un texte a alors `sameTime` s’il la donne, et `otherTime` s’il en donne une autre.',
      ),
    amount: z.string().exactOptional(),
    /** The right amount for another use, and the groups that name each use. */
    besideAmount: z.string().exactOptional(),
    amountFor: z.string().exactOptional(),
    besideFor: z.string().exactOptional(),
    words: z.number().int().min(1).exactOptional(),
    shift: z
      .strictObject({ day: z.string(), worked: z.string(), paid: z.string() })
      .exactOptional()
      .describe(
        'A shift whose paid hours differ from those worked. · Un quart dont les heures payées diffèrent des heures travaillées.',
      ),
  })
  .default({});
