import { z } from 'zod';
import { actionId, id, textKey } from '../../kit/format.ts';

export const tillWorld = z.strictObject({
  title: textKey,
  articles: z.array(z.strictObject({ id, name: textKey, cents: z.number().int().min(1) })).min(2),
});

export const tillAction = z.discriminatedUnion('type', [
  z.strictObject({
    app: z.literal('till'),
    type: z.enum(['ring-up', 'take-back']),
    articleId: actionId,
  }),
  z.strictObject({ app: z.literal('till'), type: z.literal('close') }),
]);
