import { z } from 'zod';
import { actionId, id, textKey } from '../../kit/format.ts';

const page = { id, address: z.url({ protocol: /^https?$/ }), title: textKey };
const labelled = { label: textKey, value: textKey };

const stub = z.strictObject({
  id,
  title: textKey,
  groups: z
    .array(z.strictObject({ title: textKey, lines: z.array(z.strictObject({ id, ...labelled })).min(1) }))
    .min(1),
});

export const portalWorld = z.strictObject({
  favourites: z.array(id).min(1).describe('Ids of pages. · Identifiants de pages.'),
  pages: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...page,
          kind: z.literal('pay'),
          signIn: z.array(textKey).min(1),
          stubs: z.array(stub).min(1).describe('Newest first. · Le plus récent d’abord.'),
        }),
        z.strictObject({
          ...page,
          kind: z.literal('plain'),
          text: z.array(textKey).min(1),
          rows: z.array(z.strictObject(labelled)),
          asks: z
            .strictObject({ what: z.array(textKey).min(1), button: textKey, after: textKey })
            .exactOptional()
            .describe(
              'What the page wants to know; a press gives it all. · Ce que la page veut savoir; un clic donne tout.',
            ),
        }),
      ]),
    )
    .min(1),
  marks: z
    .array(z.strictObject({ id, label: textKey }))
    .min(1)
    .describe(
      'What a line of a stub can be marked as. · Ce qu’une ligne d’un talon peut porter comme repère.',
    ),
});

const app = z.literal('portal');

export const portalAction = z.discriminatedUnion('type', [
  z.strictObject({
    app,
    type: z.literal('open'),
    pageId: actionId,
    via: z.enum(['favourite', 'address', 'message']),
  }),
  z.strictObject({ app, type: z.enum(['favourites', 'sign-in', 'close-stub']) }),
  z.strictObject({ app, type: z.literal('open-stub'), stubId: actionId }),
  z.strictObject({ app, type: z.enum(['mark', 'unmark']), lineId: actionId, markId: actionId }),
  z.strictObject({ app, type: z.literal('give'), pageId: actionId }),
]);
