import { type FeatureFacts, featureFacts } from '../../kit/feature-facts.ts';
import type { AppFacts } from '../../kit/app.ts';
import {
  atAnyTime,
  atEnd,
  atPlace,
  factType,
  getFeatures,
  type ObservedScene,
  partOf,
  placeOf,
} from '../../kit/observed.ts';
import { findReceived } from '../../world/phone/phone.ts';
import type { PhoneAction, PhoneMessage } from '../../world/phone/types.ts';
import { isBlank } from '../../world/phrases.ts';

interface TextFacts {
  readonly conversation: string;
  readonly phrases: readonly string[];
  readonly features: FeatureFacts;
  readonly at: bigint;
}

interface PhoneFacts {
  readonly sent: readonly TextFacts[];
  readonly drafts: readonly string[];
  readonly opened: readonly string[];
  readonly reported: readonly string[];
  readonly deleted: readonly string[];
  readonly everReported: readonly string[];
  readonly everDeleted: readonly string[];
  readonly copied: readonly string[];
  readonly previewed: readonly string[];
  readonly followed: readonly string[];
  readonly addresses: readonly string[];
}

const list = 'list<string>';

const textType = factType<TextFacts>('Text', {
  conversation: partOf('string', 'La conversation où il est.', 'The conversation that it is in.'),
  phrases: partOf(list, 'Phrases toutes prêtes qui y sont.', 'Ready-made sentences in it.'),
  features: partOf('Features', 'Ce que dit le texte.', 'What the text says.'),
  at: atPlace,
});

const phoneType = factType<PhoneFacts>('Phone', {
  sent: atEnd(
    'list<Text>',
    'Textos envoyés, du plus ancien au plus récent; supprimer sa propre copie n’y change rien.',
    'Texts sent, oldest first; deleting one’s own copy changes nothing.',
  ),
  drafts: atEnd(
    list,
    'Conversations où des mots restent dans la case.',
    'Conversations with words left in the box.',
  ),
  opened: atAnyTime(list, 'Conversations ouvertes.', 'Conversations opened.'),
  reported: atEnd(list, 'Textos reçus signalés.', 'Received messages reported.'),
  deleted: atEnd(list, 'Textos reçus supprimés.', 'Received messages deleted.'),
  everReported: atAnyTime(
    list,
    'Textos reçus qui ont été signalés, même supprimés ensuite.',
    'Received messages that were reported, even if deleted later.',
  ),
  everDeleted: atAnyTime(list, 'Textos reçus qui ont été supprimés.', 'Received messages that were deleted.'),
  copied: atAnyTime(list, 'Textos dont le code a été copié.', 'Messages whose code was copied.'),
  previewed: atAnyTime(list, 'Textos dont le lien a été regardé.', 'Messages whose link was looked at.'),
  followed: atAnyTime(list, 'Textos dont le lien a été suivi.', 'Messages whose link was followed.'),
  addresses: atAnyTime(
    list,
    'Adresses de ces liens suivis, dans le même ordre.',
    'Addresses of those followed links, in the same order.',
  ),
});

function collect({ world: { phone: world }, state, actions }: ObservedScene): PhoneFacts {
  const { phone } = state.apps;
  const done = actions.flatMap(({ action }) => (action.app === 'phone' ? [action] : []));
  const received = (id: string): PhoneMessage | undefined => world && findReceived(world, id);
  const followed = messagesOf(done, 'open-link');
  return phoneType.make({
    sent: (phone?.sent ?? []).map(({ conversation, phrases, sentBy }) =>
      textType.make({
        conversation,
        phrases,
        features: featureFacts(getFeatures(actions, sentBy)),
        at: placeOf(actions, sentBy),
      }),
    ),
    drafts: Object.entries(phone?.drafts ?? {}).flatMap(([id, draft]) => (isBlank(draft) ? [] : [id])),
    opened: done.flatMap((action) => (action.type === 'open' ? [action.conversationId] : [])),
    reported: phone?.reported ?? [],
    deleted: (phone?.deleted ?? []).filter((id) => received(id) !== undefined),
    everReported: messagesOf(done, 'report'),
    everDeleted: messagesOf(done, 'delete').filter((id) => received(id) !== undefined),
    copied: messagesOf(done, 'copy-code'),
    previewed: messagesOf(done, 'preview-link'),
    followed,
    addresses: followed.map((id) => received(id)?.link?.address ?? ''),
  });
}

function messagesOf(
  done: readonly PhoneAction[],
  type: 'copy-code' | 'preview-link' | 'open-link' | 'report' | 'delete',
): string[] {
  return done.flatMap((action) => (action.type === type ? [action.messageId] : []));
}

export const phoneFacts = {
  name: 'phone',
  types: [textType, phoneType],
  of: collect,
} as const satisfies AppFacts;
