/** No field holds a typed text. */
import { z } from 'zod';
import { actionId, cast, id, textKey } from '../../kit/format.ts';

const base = { id, ask: textKey };
const thing = z.strictObject({
  id,
  name: textKey,
  picture: z.enum(['plant', 'mug', 'badge', 'cap', 'thermos', 'notebook', 'keys', 'tuque']),
});
const tool = z.enum(['listen', 'pause', 'text-size']);

export const practiceWorld = z.strictObject({
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ ...base, kind: z.literal('point'), things: z.array(thing).min(2), target: id }),
        z.strictObject({ ...base, kind: z.literal('scroll'), lines: z.array(textKey).min(1), found: thing }),
        z.strictObject({
          ...base,
          kind: z.literal('open'),
          letters: z.array(z.strictObject({ id, from: cast, name: textKey })).min(2),
          target: id,
          body: z.array(textKey).min(1),
        }),
        z.strictObject({ ...base, kind: z.literal('type'), word: textKey }),
        z.strictObject({
          ...base,
          kind: z.literal('undo'),
          note: z.array(textKey).min(1),
          then: textKey,
          back: textKey.exactOptional(),
        }),
        z.strictObject({ ...base, kind: z.literal('use'), tool, instead: textKey.exactOptional() }),
      ]),
    )
    .min(1),
});

const app = z.literal('practice');
const stepId = actionId;

export const practiceAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('press'), stepId, thingId: actionId }),
  z.strictObject({ app, type: z.enum(['miss', 'go-on', 'seen', 'instead', 'erase', 'pass']), stepId }),
  z.strictObject({ app, type: z.literal('enter'), stepId, reading: z.enum(['word', 'other', 'empty']) }),
  z.strictObject({ app, type: z.literal('use'), stepId, tool }),
]);
