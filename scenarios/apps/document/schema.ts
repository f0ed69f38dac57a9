import { z } from 'zod';
import { actionId, cast, id, phraseGroups, textKey, typedText } from '../../kit/format.ts';

export const documentWorld = z.strictObject({
  name: textKey,
  to: cast,
  mostWords: z.number().int().min(1),
  sentences: z.array(z.strictObject({ id, text: textKey, words: z.number().int().min(1) })).min(1),
  texts: z.array(z.strictObject({ id, sentences: z.array(id).min(1) })),
  phraseGroups,
  notes: phraseGroups,
});

const app = z.literal('document');

export const documentAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('insert'), textId: actionId }),
  z.strictObject({ app, type: z.enum(['add-phrase', 'remove-phrase']), phraseId: actionId }),
  z.strictObject({ app, type: z.literal('rewrite'), lineId: actionId, typed: typedText }),
  z.strictObject({ app, type: z.literal('remove-line'), lineId: actionId }),
  z.strictObject({ app, type: z.enum(['add-line', 'write']), typed: typedText }),
  z.strictObject({ app, type: z.literal('send') }),
]);
