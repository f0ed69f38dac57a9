import { FeatureFacts } from '../../kit/feature-facts.ts';
import type { AppFacts } from '../../kit/app.ts';
import {
  atAnyTime,
  atEnd,
  partOf,
  factClass,
  type FactType,
  getFeatures,
  type ObservedScene,
} from '../../kit/observed.ts';
import { findReceived } from '../../world/phone/phone.ts';
import type { PhoneAction } from '../../world/phone/types.ts';
import { isBlank } from '../../world/phrases.ts';

interface TextFacts {
  readonly conversation: string;
  readonly phrases: readonly string[];
  readonly features: FeatureFacts;
}

const TextFacts = factClass<TextFacts>();

interface PhoneFacts {
  readonly sent: readonly TextFacts[];
  readonly drafts: readonly string[];
  readonly opened: readonly string[];
  readonly reported: readonly string[];
  readonly deleted: readonly string[];
  readonly copied: readonly string[];
  readonly previewed: readonly string[];
  readonly followed: readonly string[];
  readonly addresses: readonly string[];
}

const PhoneFacts = factClass<PhoneFacts>();

const list = 'list<string>';

const types: readonly FactType[] = [
  {
    name: 'Text',
    ctor: TextFacts,
    fields: {
      conversation: partOf('string', 'La conversation où il est.', 'The conversation that it is in.'),
      phrases: partOf(list, 'Phrases toutes prêtes qui y sont.', 'Ready-made sentences in it.'),
      features: partOf('Features', 'Ce que dit le texte.', 'What the text says.'),
    },
  },
  {
    name: 'Phone',
    ctor: PhoneFacts,
    fields: {
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
      copied: atAnyTime(list, 'Textos dont le code a été copié.', 'Messages whose code was copied.'),
      previewed: atAnyTime(list, 'Textos dont le lien a été regardé.', 'Messages whose link was looked at.'),
      followed: atAnyTime(list, 'Textos dont le lien a été suivi.', 'Messages whose link was followed.'),
      addresses: atAnyTime(
        list,
        'Adresses de ces liens suivis, dans le même ordre.',
        'Addresses of those followed links, in the same order.',
      ),
    },
  },
];

const none = {
  sent: [],
  drafts: [],
  opened: [],
  reported: [],
  deleted: [],
  copied: [],
  previewed: [],
  followed: [],
  addresses: [],
};

function collect({ world: { phone: world }, state, actions }: ObservedScene): PhoneFacts {
  const { phone } = state.apps;
  if (!world || !phone) return new PhoneFacts(none);
  const done = actions.flatMap(({ action }) => (action.app === 'phone' ? [action] : []));
  const followed = messagesOf(done, 'open-link');
  return new PhoneFacts({
    sent: phone.sent.map(
      ({ conversation, phrases, sentBy }) =>
        new TextFacts({ conversation, phrases, features: new FeatureFacts(getFeatures(actions, sentBy)) }),
    ),
    drafts: Object.entries(phone.drafts).flatMap(([id, draft]) => (isBlank(draft) ? [] : [id])),
    opened: done.flatMap((action) => (action.type === 'open' ? [action.conversationId] : [])),
    reported: phone.reported,
    deleted: phone.deleted.filter((id) => findReceived(world, id) !== undefined),
    copied: messagesOf(done, 'copy-code'),
    previewed: messagesOf(done, 'preview-link'),
    followed,
    addresses: followed.map((id) => findReceived(world, id)?.link?.address ?? ''),
  });
}

function messagesOf(
  done: readonly PhoneAction[],
  type: 'copy-code' | 'preview-link' | 'open-link',
): string[] {
  return done.flatMap((action) => (action.type === type ? [action.messageId] : []));
}

export const phoneFacts = { name: 'phone', types, of: collect } as const satisfies AppFacts;
