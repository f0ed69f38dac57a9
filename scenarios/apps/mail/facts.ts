/** What the mail app left behind, in the words that rules are written in. */
import { FeatureFacts } from '../../kit/feature-facts.ts';
import { factClass, type FactType, getFeatures, type ObservedScene } from '../../kit/observed.ts';
import type { MailState, MailWorld, SentMail, Sorted } from '../../world/mail/types.ts';

interface MessageFacts {
  readonly id: string;
  /** `new`, `reply`, `reply-all` or `forward`. */
  readonly mode: string;
  /** The received message it goes back to, through own messages too; empty for a new one. */
  readonly about: string;
  /** Who wrote that message; empty for a new one. */
  readonly aboutFrom: string;
  readonly to: readonly string[];
  readonly phrases: readonly string[];
  /** Whether it holds words of its own. */
  readonly written: boolean;
  /** All false for a draft: features belong to the sending. */
  readonly features: FeatureFacts;
}

const MessageFacts = factClass<MessageFacts>();

export interface MailFacts {
  /** Standing in Sent at the end, oldest first. */
  readonly sent: readonly MessageFacts[];
  /** Left in Drafts at the end. */
  readonly drafts: readonly MessageFacts[];
  /** Received messages opened at any time, undone or not. */
  readonly opened: readonly string[];
  /** Attachments looked at, at any time. */
  readonly previewed: readonly string[];
  /** Received messages that stand as reported, deleted or marked as kept at the end. */
  readonly reported: readonly string[];
  readonly deleted: readonly string[];
  readonly kept: readonly string[];
  /** Links whose address was looked at before they were followed, at any time. */
  readonly previewedLinks: readonly string[];
  /** Links followed at any time, undone or not. */
  readonly followedLinks: readonly string[];
}

export const MailFacts = factClass<MailFacts>();

const message = { id: 'string', mode: 'string', about: 'string', aboutFrom: 'string', written: 'bool' };

/** `mail` in rules. */
export const mailFactTypes: readonly FactType[] = [
  {
    name: 'Message',
    ctor: MessageFacts,
    fields: { ...message, to: 'list<string>', phrases: 'list<string>', features: 'Features' },
  },
  {
    name: 'Mail',
    ctor: MailFacts,
    fields: {
      sent: 'list<Message>',
      drafts: 'list<Message>',
      opened: 'list<string>',
      previewed: 'list<string>',
      reported: 'list<string>',
      deleted: 'list<string>',
      kept: 'list<string>',
      previewedLinks: 'list<string>',
      followedLinks: 'list<string>',
    },
  },
];

const nothing: Pick<MailFacts, keyof MailFacts> = {
  sent: [],
  drafts: [],
  opened: [],
  previewed: [],
  reported: [],
  deleted: [],
  kept: [],
  previewedLinks: [],
  followedLinks: [],
};

/** Facts of the mail app; empty where the scene has none. Throws MissingFeaturesError. */
export function mailFacts({ world: { mail: world }, state, actions }: ObservedScene): MailFacts {
  const { mail } = state.apps;
  if (!world || !mail) return new MailFacts(nothing);
  const done = actions.flatMap(({ action }) => (action.app === 'mail' ? [action] : []));
  const about = (one: { readonly about: string | null }): AboutFacts => rootOf(world, mail.sent, one.about);
  const none = new FeatureFacts({});
  return new MailFacts({
    sent: mail.sent.map(
      (sent) =>
        new MessageFacts({
          ...messageOf(sent),
          ...about(sent),
          features: new FeatureFacts(getFeatures(actions, sent.sentBy)),
        }),
    ),
    drafts: mail.drafts.map(
      (draft) => new MessageFacts({ ...messageOf(draft), ...about(draft), features: none }),
    ),
    opened: done.flatMap((action) => (action.type === 'open' ? [action.messageId] : [])),
    previewed: done.flatMap((action) => (action.type === 'preview' ? [action.attachmentId] : [])),
    reported: sortedAs(mail, 'reported'),
    deleted: sortedAs(mail, 'trashed'),
    kept: sortedAs(mail, 'kept'),
    previewedLinks: done.flatMap((action) => (action.type === 'preview-link' ? [action.linkId] : [])),
    followedLinks: done.flatMap((action) => (action.type === 'open-link' ? [action.linkId] : [])),
  });
}

function sortedAs({ sorted = {} }: MailState, as: Sorted): readonly string[] {
  return Object.keys(sorted).filter((id) => sorted[id] === as);
}

type AboutFacts = Pick<MessageFacts, 'about' | 'aboutFrom'>;

function messageOf(
  message: Pick<SentMail, 'id' | 'mode' | 'to' | 'phrases' | 'typed'>,
): Omit<MessageFacts, 'about' | 'aboutFrom' | 'features'> {
  const { id, mode, to, phrases, typed } = message;
  return { id, mode, to, phrases, written: phrases.length > 0 || typed.trim() !== '' };
}

/** An answer to one's own sent message goes back to what that one was about. */
function rootOf(world: MailWorld, sent: readonly SentMail[], id: string | null): AboutFacts {
  if (id === null) return { about: '', aboutFrom: '' };
  const received = world.messages.find((message) => message.id === id);
  if (received !== undefined) return { about: id, aboutFrom: received.from };
  const own = sent.find((message) => message.id === id);
  return rootOf(world, sent, own?.about ?? null);
}
