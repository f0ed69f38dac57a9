import { z } from 'zod';
import { actionId, cast, id, textKey, typedText } from '../../kit/format.ts';

const anyField = { id, label: textKey, help: textKey.exactOptional(), required: z.boolean() };
const fileKind = z.enum(['pdf', 'document', 'photo']);
/** The same in every language; `{name}` is filled from the variant. */
const value = z.string().min(1);

const field = z.discriminatedUnion('kind', [
  z.strictObject({
    ...anyField,
    kind: z.literal('text'),
    format: z.enum(['words', 'date', 'phone']),
    spelling: z.literal('any').exactOptional(),
    onCard: value,
    slip: value.exactOptional(),
    prefilled: value.exactOptional(),
  }),
  z.strictObject({
    ...anyField,
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ id, text: textKey })).min(2),
    onCard: value,
  }),
  z.strictObject({ ...anyField, kind: z.literal('secret'), holds: z.literal('password').exactOptional() }),
  z.strictObject({ ...anyField, kind: z.literal('file'), accepts: z.array(fileKind).min(1) }),
]);

export const formWorld = z.strictObject({
  note: z.strictObject({
    by: cast,
    body: z.array(textKey).min(1),
    link: z.strictObject({ site: id, text: textKey }),
  }),
  search: z.strictObject({
    engine: textKey,
    asked: textKey,
    results: z
      .array(z.strictObject({ site: id, title: textKey, snippet: textKey, sponsored: z.boolean() }))
      .min(1),
  }),
  card: z.strictObject({
    title: textKey,
    rows: z.array(z.strictObject({ id, label: textKey, value: textKey })).min(1),
  }),
  files: z.array(z.strictObject({ id, name: textKey, kind: fileKind, about: textKey })),
  sites: z
    .array(
      z.strictObject({
        id,
        address: textKey,
        name: textKey,
        title: textKey,
        introduction: z.array(textKey).min(1),
        fields: z.array(field).min(1),
        thanks: z.array(textKey).min(1),
        number: value.exactOptional(),
        spelling: z.literal('any').exactOptional(),
        paper: z.literal(true).exactOptional(),
      }),
    )
    .min(1),
});

const app = z.literal('form');
const reading = z.enum(['empty', 'ill-formed', 'well-formed', 'as-on-card']);

export const formAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('open'), siteId: actionId, via: z.enum(['note', 'result']) }),
  z.strictObject({ app, type: z.enum(['start', 'search', 'review', 'send']) }),
  z.strictObject({ app, type: z.literal('fill'), fieldId: actionId, typed: typedText, reading }),
  z.strictObject({ app, type: z.literal('choose'), fieldId: actionId, choice: actionId }),
  z.strictObject({ app, type: z.literal('fill-secret'), fieldId: actionId, filled: z.boolean() }),
  z.strictObject({ app, type: z.literal('attach'), fieldId: actionId, fileId: actionId }),
  z.strictObject({ app, type: z.enum(['detach', 'mend']), fieldId: actionId }),
  z.strictObject({ app, type: z.literal('keep'), how: z.enum(['copy', 'print', 'capture']) }),
  z.strictObject({ app, type: z.enum(['note', 'jot']), typed: typedText, reading }),
]);
