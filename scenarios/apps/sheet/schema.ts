import { z } from 'zod';
import { actionId, id, textKey, typedText } from '../../kit/format.ts';

/** A canonical value, or the `{name}` of one; checked after the variant is filled in. */
const value = z.string().min(1).max(200);

const content = z.union([
  z.strictObject({ word: id }),
  z.strictObject({ number: value }),
  z.strictObject({ date: value }),
  z.strictObject({ time: value }),
  z.strictObject({ formula: value }),
]);

const row = z.strictObject({ id, cells: z.array(content.nullable()).min(1) });

export const sheetWorld = z.strictObject({
  title: textKey,
  words: z.array(z.strictObject({ id, text: textKey })).min(1),
  columns: z
    .array(z.strictObject({ id, title: textKey, reads: z.literal('hours').exactOptional() }))
    .min(1)
    .max(26),
  rows: z.array(row).min(1),
  below: z.array(row),
  questions: z.array(z.strictObject({ id, text: textKey, choices: z.array(id).min(2) })),
});

const app = z.literal('sheet');
const place = { row: actionId, column: actionId };

export const sheetAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('enter-number'), ...place, number: z.string().max(20) }),
  z.strictObject({ app, type: z.literal('enter-formula'), ...place, formula: z.string().max(200) }),
  z.strictObject({ app, type: z.literal('write'), ...place, typed: typedText }),
  z.strictObject({ app, type: z.enum(['clear', 'sum']), ...place }),
  z.strictObject({
    app,
    type: z.literal('sort'),
    column: actionId,
    scope: z.enum(['table', 'column']),
    direction: z.enum(['up', 'down']),
  }),
  z.strictObject({ app, type: z.enum(['flag', 'unflag']), row: actionId }),
  z.strictObject({ app, type: z.literal('answer'), questionId: actionId, choice: actionId }),
]);
