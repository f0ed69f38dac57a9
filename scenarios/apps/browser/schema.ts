import { z } from 'zod';
import { actionId, cast, erasedMark, id, textKey } from '../../kit/format.ts';

const link = z.strictObject({ to: id, text: textKey });

const entryField = z.strictObject({ id, label: textKey, input: z.enum(['text', 'number', 'secret']) });

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['heading', 'text', 'notice']), text: textKey }),
  z.strictObject({ kind: z.literal('list'), items: z.array(textKey).min(1) }),
  z.strictObject({ kind: z.literal('links'), links: z.array(link).min(1) }),
  z.strictObject({
    kind: z.literal('table'),
    caption: textKey,
    head: z.array(textKey).min(2),
    rows: z.array(z.array(textKey).min(2)).min(1),
  }),
  z.strictObject({ kind: z.literal('advert'), text: textKey, link }),
  z.strictObject({ kind: z.literal('post'), author: textKey, date: textKey, text: textKey }),
  z.strictObject({
    kind: z.literal('image'),
    picture: z.enum(['map', 'building', 'truck', 'bins', 'parcel', 'card']),
    text: textKey,
  }),
  z.strictObject({
    kind: z.literal('entry'),
    id,
    title: textKey,
    fields: z.array(entryField).min(1),
    button: textKey,
    then: id,
  }),
]);

export const browserWorld = z.strictObject({
  engine: textKey,
  favourites: z.array(link),
  suggestions: z.array(z.strictObject({ id, text: textKey })),
  pages: z
    .array(
      z.strictObject({
        id,
        address: textKey,
        site: textKey,
        title: textKey,
        look: z.enum(['town', 'shop', 'forum', 'map', 'press', 'plain']),
        menu: z.array(link),
        blocks: z.array(block).min(1),
        updated: textKey.exactOptional(),
        cookies: z
          .strictObject({
            text: textKey,
            needed: textKey,
            purposes: z
              .array(z.strictObject({ id, label: textKey }))
              .min(1)
              .max(4),
          })
          .exactOptional()
          .describe(
            'Banner above the page, until it is answered. · Bandeau au-dessus de la page, jusqu’à la réponse.',
          ),
        found: z.strictObject({ words: textKey, snippet: textKey, sponsored: z.boolean() }).exactOptional(),
      }),
    )
    .min(1),
  note: z
    .strictObject({
      to: cast,
      title: textKey,
      question: textKey,
      choices: z.array(z.strictObject({ id, text: textKey })).min(2),
    })
    .exactOptional(),
});

/** U+FFFC marks an erased text in the log. */
const typed = z
  .string()
  .max(200)
  .refine((text) => !text.includes('\uFFFC'), erasedMark);

const app = z.literal('browser');

export const browserAction = z.discriminatedUnion('type', [
  z.strictObject({
    app,
    type: z.enum(['open', 'open-in-new-tab']),
    pageId: actionId,
    via: z.enum(['result', 'link', 'address', 'favourite', 'message', 'code']),
    rank: z.number().int().min(0).max(99),
  }),
  z.strictObject({ app, type: z.literal('search'), typed }),
  z.strictObject({ app, type: z.enum(['home', 'back', 'forward', 'new-tab']) }),
  z.strictObject({ app, type: z.enum(['select-tab', 'close-tab']), tabId: actionId }),
  z.strictObject({
    app,
    type: z.enum(['accept-cookies', 'refuse-cookies', 'review-cookies']),
    pageId: actionId,
  }),
  z.strictObject({
    app,
    type: z.literal('choose-cookies'),
    pageId: actionId,
    allowed: z.array(actionId).max(4),
  }),
  z.strictObject({ app, type: z.literal('note-choose'), choiceId: actionId }),
  z.strictObject({ app, type: z.literal('note-source'), pageId: actionId }),
  z.strictObject({ app, type: z.literal('note-send') }),
  z.strictObject({ app, type: z.literal('find-in-page'), found: z.boolean() }),
  z.strictObject({
    app,
    type: z.literal('submit-data'),
    pageId: actionId,
    blockId: actionId,
    fields: z.array(actionId).max(20),
  }),
]);
