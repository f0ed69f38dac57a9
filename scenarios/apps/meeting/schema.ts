import { z } from 'zod';
import { actionId, cast, id, phraseGroups, textKey, typedText } from '../../kit/format.ts';

const way = z
  .enum(['voice', 'writing'])
  .describe('A microphone, or a network for the chat. · Un micro, ou un réseau pour le clavardage.');

export const meetingWorld = z.strictObject({
  meetings: z
    .array(
      z.strictObject({
        id,
        title: textKey,
        when: textKey,
        opens: z
          .boolean()
          .describe('False if it is not its time yet. · Faux si ce n’est pas encore l’heure.'),
      }),
    )
    .min(1),
  people: z.array(cast).min(1),
  noise: textKey.describe(
    'What the others hear behind the person. · Ce que les autres entendent derrière la personne.',
  ),
  sources: z
    .array(z.strictObject({ id, way, label: textKey }))
    .min(4)
    .describe(
      'The first of each way is in use at the start. · Au début, c’est la première de chaque façon qui sert.',
    ),
  windows: z.array(z.strictObject({ id, title: textKey, lines: z.array(textKey).min(1) })).min(2),
  turns: z
    .array(
      z.strictObject({
        id,
        by: cast,
        text: textKey,
        writing: textKey
          .exactOptional()
          .describe('For who takes part in writing. · Pour qui participe par écrit.'),
        kind: z
          .enum(['quiet', 'asks', 'fault'])
          .exactOptional()
          .describe(
            'quiet: be muted; asks: all may answer; fault: the source in use stops. · quiet : micro coupé; asks : chacun peut répondre; fault : la source utilisée ne passe plus.',
          ),
      }),
    )
    .min(1),
  replies: z.strictObject({ by: cast, heard: textKey, read: textKey }),
  phraseGroups,
});

const app = z.literal('meeting');

export const meetingAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('open'), meetingId: actionId }),
  z.strictObject({ app, type: z.enum(['close', 'join', 'next', 'leave']) }),
  z.strictObject({ app, type: z.literal('choose-way'), way: z.enum(['voice', 'writing']) }),
  z.strictObject({ app, type: z.enum(['mic', 'camera', 'hand']), on: z.boolean() }),
  z.strictObject({ app, type: z.literal('open-panel'), panel: z.enum(['sound', 'share']) }),
  z.strictObject({ app, type: z.enum(['close-panel', 'test', 'share', 'stop-share']) }),
  z.strictObject({ app, type: z.literal('choose-source'), sourceId: actionId }),
  z.strictObject({ app, type: z.literal('pick'), windowId: actionId }),
  z.strictObject({ app, type: z.enum(['add-phrase', 'remove-phrase']), phraseId: actionId }),
  z.strictObject({ app, type: z.literal('write'), typed: typedText }),
  z.strictObject({ app, type: z.enum(['say', 'send']) }),
]);
