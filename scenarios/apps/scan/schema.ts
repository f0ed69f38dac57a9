import { z } from 'zod';
import { actionId, id, textKey } from '../../kit/format.ts';

export const scanWorld = z.strictObject({
  poster: z.strictObject({ title: textKey, lines: z.array(textKey).min(1) }),
  codes: z
    .array(
      z.strictObject({
        id,
        on: z.enum(['poster', 'sticker']),
        place: textKey.describe('Where it is, in words. · Où il est, en mots.'),
        says: z.array(textKey).describe('Printed beside it. · Imprimé à côté.'),
        typed: textKey.describe('For whoever types it. · Pour qui le tape.'),
        address: textKey,
        page: id
          .nullable()
          .describe(
            'Page of the browser; null without a browser. · Page du navigateur; null sans navigateur.',
          ),
      }),
    )
    .min(1)
    .describe('What is on top comes first. · Ce qui est par-dessus vient d’abord.'),
});

const app = z.literal('scan');

export const scanAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.enum(['start', 'allow', 'refuse', 'stop', 'cancel']) }),
  z.strictObject({ app, type: z.enum(['read', 'enter', 'open']), codeId: actionId }),
]);
