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
import type { MailDraft, MailState, MailWorld, SentMail, Sorted } from '../../world/mail/types.ts';

interface MessageFacts {
  readonly id: string;
  readonly mode: string;
  readonly about: string;
  readonly aboutFrom: string;
  readonly to: readonly string[];
  readonly phrases: readonly string[];
  readonly written: boolean;
  readonly features: FeatureFacts;
  readonly at: bigint;
}

interface MailFacts {
  readonly sent: readonly MessageFacts[];
  readonly drafts: readonly MessageFacts[];
  readonly opened: readonly string[];
  readonly previewed: readonly string[];
  readonly reported: readonly string[];
  readonly deleted: readonly string[];
  readonly kept: readonly string[];
  readonly everReported: readonly string[];
  readonly everDeleted: readonly string[];
  readonly previewedLinks: readonly string[];
  readonly followedLinks: readonly string[];
}

const strings = 'list<string>';

const messageType = factType<MessageFacts>('Message', {
  id: partOf('string', 'Identifiant.', 'Id.'),
  mode: partOf(
    'string',
    '`new`, `reply`, `reply-all` ou `forward`.',
    '`new`, `reply`, `reply-all` or `forward`.',
  ),
  about: partOf(
    'string',
    'Le message reçu auquel il remonte, aussi par ses propres messages; vide pour un nouveau.',
    'The received message it goes back to, through own messages too; empty for a new one.',
  ),
  aboutFrom: partOf(
    'string',
    'Qui a écrit ce message reçu; vide pour un nouveau.',
    'Who wrote that received message; empty for a new one.',
  ),
  written: partOf('bool', 'Contient des mots.', 'Holds words.'),
  to: partOf(strings, 'Destinataires.', 'Recipients.'),
  phrases: partOf(strings, 'Phrases toutes prêtes qui y sont.', 'Ready-made sentences in it.'),
  features: partOf(
    'Features',
    'Ce que dit le texte; tout est faux dans un brouillon.',
    'What the text says; all false in a draft.',
  ),
  at: atPlace,
});

const mailType = factType<MailFacts>('Mail', {
  sent: atEnd(
    'list<Message>',
    'Messages envoyés, du plus ancien au plus récent.',
    'Messages sent, oldest first.',
  ),
  drafts: atEnd('list<Message>', 'Brouillons laissés.', 'Drafts left.'),
  opened: atAnyTime(strings, 'Messages reçus qui ont été ouverts.', 'Received messages that were opened.'),
  previewed: atAnyTime(strings, 'Pièces jointes regardées.', 'Attachments looked at.'),
  reported: atEnd(strings, 'Messages reçus signalés.', 'Received messages reported.'),
  deleted: atEnd(strings, 'Messages reçus supprimés.', 'Received messages deleted.'),
  kept: atEnd(strings, 'Messages reçus marqués à garder.', 'Received messages marked to keep.'),
  everReported: atAnyTime(
    strings,
    'Messages reçus qui ont été signalés, même supprimés ensuite.',
    'Received messages that were reported, even if deleted later.',
  ),
  everDeleted: atAnyTime(
    strings,
    'Messages reçus qui ont été supprimés.',
    'Received messages that were deleted.',
  ),
  previewedLinks: atAnyTime(
    strings,
    'Liens dont l’adresse a été regardée.',
    'Links whose address was looked at.',
  ),
  followedLinks: atAnyTime(strings, 'Liens suivis.', 'Links followed.'),
});

function collect({ world: { mail: world }, state, actions }: ObservedScene): MailFacts {
  const { mail } = state.apps;
  const sent = mail?.sent ?? [];
  const done = actions.flatMap(({ action }) => (action.app === 'mail' ? [action] : []));
  const about = (one: MailDraft): AboutFacts => rootOf(world?.messages ?? [], sent, one.about);
  const none = featureFacts({});
  return mailType.make({
    sent: sent.map((one) => {
      const features = featureFacts(getFeatures(actions, one.sentBy));
      return messageType.make({
        ...messageOf(one),
        ...about(one),
        features,
        at: placeOf(actions, one.sentBy),
      });
    }),
    drafts: (mail?.drafts ?? []).map((draft) =>
      messageType.make({ ...messageOf(draft), ...about(draft), features: none, at: 0n }),
    ),
    opened: done.flatMap((action) => (action.type === 'open' ? [action.messageId] : [])),
    previewed: done.flatMap((action) => (action.type === 'preview' ? [action.attachmentId] : [])),
    reported: sortedAs(mail, 'reported'),
    deleted: sortedAs(mail, 'trashed'),
    kept: sortedAs(mail, 'kept'),
    everReported: done.flatMap((action) => (action.type === 'report' ? [action.messageId] : [])),
    everDeleted: done.flatMap((action) => (action.type === 'delete' ? [action.messageId] : [])),
    previewedLinks: done.flatMap((action) => (action.type === 'preview-link' ? [action.linkId] : [])),
    followedLinks: done.flatMap((action) => (action.type === 'open-link' ? [action.linkId] : [])),
  });
}

function sortedAs(mail: MailState | undefined, as: Sorted): readonly string[] {
  const sorted = mail?.sorted ?? {};
  return Object.keys(sorted).filter((id) => sorted[id] === as);
}

type AboutFacts = Pick<MessageFacts, 'about' | 'aboutFrom'>;

function messageOf(message: MailDraft): Omit<MessageFacts, keyof AboutFacts | 'features' | 'at'> {
  const { id, mode, to, phrases, typed } = message;
  return { id, mode, to, phrases, written: phrases.length > 0 || typed.trim() !== '' };
}

/** A reply to an own message is about the original message. */
function rootOf(messages: MailWorld['messages'], sent: readonly SentMail[], id: string | null): AboutFacts {
  if (id === null) return { about: '', aboutFrom: '' };
  const received = messages.find((message) => message.id === id);
  if (received !== undefined) return { about: id, aboutFrom: received.from };
  const own = sent.find((message) => message.id === id);
  return rootOf(messages, sent, own?.about ?? null);
}

export const mailFacts = {
  name: 'mail',
  types: [messageType, mailType],
  of: collect,
} as const satisfies AppFacts;
