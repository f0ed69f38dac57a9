import { z } from 'zod';
import { actionId, id, textKey } from '../../kit/format.ts';

const icon = {
  id,
  name: textKey,
  picture: z.enum([
    'clock',
    'bubble',
    'camera',
    'sun',
    'lamp',
    'sums',
    'month',
    'notes',
    'gear',
    'pack',
    'globe',
    'code',
  ]),
};

const notice = { id, title: textKey, body: z.array(textKey).min(1), icon: id };

const signal = z.enum(['none', 'weak', 'good']);

export const homeWorld = z.strictObject({
  time: textKey,
  icons: z
    .array(
      z.discriminatedUnion('opens', [
        z.strictObject({ ...icon, opens: z.literal('app'), app: id }),
        z.strictObject({ ...icon, opens: z.literal('settings') }),
        z.strictObject({ ...icon, opens: z.literal('page'), page: z.array(textKey).min(1) }),
      ]),
    )
    .min(1),
  notices: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ ...notice, kind: z.literal('listed') }),
      z.strictObject({
        ...notice,
        kind: z.literal('asking'),
        answers: z
          .array(
            z.strictObject({
              id,
              label: textKey,
              leadsTo: z.enum(['icon', 'home']),
              after: textKey.exactOptional(),
            }),
          )
          .min(2),
      }),
    ]),
  ),
  settings: z.array(
    z.strictObject({
      id,
      title: textKey,
      words: textKey
        .exactOptional()
        .describe(
          'The search finds the page by these words too. · La recherche trouve aussi la page par ces mots.',
        ),
      rows: z
        .array(
          z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('page'), page: id }),
            z.strictObject({ kind: z.literal('text'), text: textKey }),
            z.strictObject({
              kind: z.literal('switch'),
              id,
              label: textKey,
              note: textKey.exactOptional(),
              on: z.boolean(),
            }),
          ]),
        )
        .min(1),
    }),
  ),
  settingsSearch: z
    .literal(true)
    .exactOptional()
    .describe('A search at the top of the settings. · Une recherche en haut des réglages.'),
  helpMarksIcon: z
    .literal(true)
    .exactOptional()
    .describe(
      'Help points at the icon of its app, not at all icons. · L’aide montre l’icône de son application, et non toutes les icônes.',
    ),
  network: z
    .array(z.strictObject({ when: z.record(id, z.boolean()), signal }))
    .describe(
      'The first rule whose switches stand so gives the signal; none without one. · La première règle dont les boutons sont ainsi donne le signal.',
    ),
});

const app = z.literal('home');

export const homeAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('open-icon'), iconId: actionId }),
  z.strictObject({ app, type: z.enum(['back', 'leave']) }),
  z.strictObject({ app, type: z.literal('open-notice'), noticeId: actionId }),
  z.strictObject({ app, type: z.literal('answer-notice'), noticeId: actionId, answerId: actionId }),
  z.strictObject({ app, type: z.enum(['open-settings', 'find-settings']), pageId: actionId }),
  z.strictObject({ app, type: z.literal('switch'), settingId: actionId, on: z.boolean() }),
]);
