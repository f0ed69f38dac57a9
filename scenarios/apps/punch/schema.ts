import { z } from 'zod';
import { actionId, id, textKey } from '../../kit/format.ts';

/** Or the whole value of a variant. */
function orPlaceholder(pattern: string, message: string): z.ZodString {
  return z.string().regex(new RegExp(`^(${pattern}|\\{\\w+\\})$`), message);
}

export const punchWorld = z.strictObject({
  time: textKey,
  shelves: z
    .array(
      z.strictObject({
        id,
        code: orPlaceholder('[A-Z]\\d{2}', 'a shelf has a capital letter and two digits, such as B07'),
        rows: z
          .array(orPlaceholder('[bp.]{1,6}', 'a row has one to six places: b, p or a dot'))
          .min(1)
          .max(3)
          .describe(
            'From the top: b a box, p a pail, . nothing. · Du haut : b une boîte, p un seau, . rien.',
          ),
      }),
    )
    .min(1),
  units: z.array(z.strictObject({ id, label: textKey })).min(2),
  weakTries: z.number().int().min(0),
});

const app = z.literal('punch');

export const punchAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('show'), page: z.enum(['clock', 'count']) }),
  z.strictObject({ app, type: z.literal('punch'), kind: z.enum(['in', 'break', 'out']) }),
  z.strictObject({ app, type: z.literal('punch-again'), choice: z.enum(['yes', 'no']) }),
  z.strictObject({ app, type: z.literal('open-shelf'), shelfId: actionId, by: z.enum(['scan', 'code']) }),
  z.strictObject({ app, type: z.enum(['close-shelf', 'send']) }),
  z.strictObject({ app, type: z.literal('count'), shelfId: actionId, number: z.string().max(8) }),
  z.strictObject({ app, type: z.literal('choose-unit'), unitId: actionId }),
]);
