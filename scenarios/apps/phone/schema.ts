import { z } from 'zod';
import { actionId, cast, id, phraseGroups, textKey, typedText } from '../../kit/format.ts';

const message = z.strictObject({
  id,
  date: textKey,
  body: z.array(textKey).min(1),
  code: textKey.exactOptional(),
  link: z
    .strictObject({
      text: textKey,
      address: z.url({ protocol: /^https?$/ }),
      page: id.nullable(),
      app: id
        .exactOptional()
        .describe('App that it opens, instead of a page. · Application qu’il ouvre, au lieu d’une page.'),
    })
    .exactOptional(),
});

export const phoneWorld = z.strictObject({
  conversations: z
    .array(
      z.strictObject({
        id,
        name: textKey,
        number: textKey,
        cast: cast.exactOptional(),
        messages: z.array(message),
        read: z.boolean(),
      }),
    )
    .min(1),
  phraseGroups,
});

const app = z.literal('phone');

export const phoneAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('open'), conversationId: actionId }),
  z.strictObject({ app, type: z.enum(['close', 'send']) }),
  z.strictObject({ app, type: z.enum(['add-phrase', 'remove-phrase']), phraseId: actionId }),
  z.strictObject({ app, type: z.literal('write'), typed: typedText }),
  z.strictObject({
    app,
    type: z.enum(['copy-code', 'report', 'keep', 'delete', 'preview-link', 'open-link']),
    messageId: actionId,
  }),
]);
