import { z } from 'zod';
import { actionId, id, phraseGroups, textKey, typedText } from '../../kit/format.ts';

export const assistantWorld = z.strictObject({
  intents: z
    .array(
      z.strictObject({
        id,
        words: textKey.exactOptional(),
        phrases: z.array(id),
        answer: z.array(textKey).min(1),
        offers: id.exactOptional(),
      }),
    )
    .min(1),
  phraseGroups,
});

const app = z.literal('assistant');

export const assistantAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.enum(['add-phrase', 'remove-phrase']), phraseId: actionId }),
  z.strictObject({ app, type: z.literal('write'), typed: typedText }),
  z.strictObject({ app, type: z.literal('send'), intent: actionId }),
]);
