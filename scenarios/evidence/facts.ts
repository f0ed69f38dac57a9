/**
 * What a scene left behind, in the words that rules are written in: messages standing in Sent, messages opened,
 * files saved, help taken. Derived from the final state and the log; never from a typed text.
 */
import type { TextFeatures } from '../log.ts';
import type { PlacedAction } from '../world/scene.ts';
import type { SceneState, SentMail, World } from '../world/types.ts';

/** An accepted action with the features that were stored when it sent a message. */
export interface ObservedAction extends PlacedAction {
  readonly features?: TextFeatures;
}

/** Classes, because the expression language tells types apart by their constructor. */
export class FeatureFacts {
  readonly yes: boolean;
  readonly no: boolean;
  readonly time: boolean;
  readonly greeting: boolean;
  readonly thanks: boolean;
  readonly name: boolean;

  constructor(features: TextFeatures) {
    this.yes = features.yes === true;
    this.no = features.no === true;
    this.time = features.time === true;
    this.greeting = features.greeting === true;
    this.thanks = features.thanks === true;
    this.name = features.name === true;
  }
}

export class MessageFacts {
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

  constructor(facts: Pick<MessageFacts, keyof MessageFacts>) {
    this.id = facts.id;
    this.mode = facts.mode;
    this.about = facts.about;
    this.aboutFrom = facts.aboutFrom;
    this.to = facts.to;
    this.phrases = facts.phrases;
    this.written = facts.written;
    this.features = facts.features;
  }
}

export class MailFacts {
  /** Standing in Sent at the end, oldest first. */
  readonly sent: readonly MessageFacts[];
  /** Left in Drafts at the end. */
  readonly drafts: readonly MessageFacts[];
  /** Received messages opened at any time, undone or not. */
  readonly opened: readonly string[];
  /** Attachments looked at, at any time. */
  readonly previewed: readonly string[];

  constructor(facts: Pick<MailFacts, keyof MailFacts>) {
    this.sent = facts.sent;
    this.drafts = facts.drafts;
    this.opened = facts.opened;
    this.previewed = facts.previewed;
  }
}

export class SavedFileFacts {
  readonly attachment: string;
  readonly folder: string;

  constructor(attachment: string, folder: string) {
    this.attachment = attachment;
    this.folder = folder;
  }
}

export class FilesFacts {
  /** Copies of attachments that stand at the end. */
  readonly saved: readonly SavedFileFacts[];

  constructor(saved: readonly SavedFileFacts[]) {
    this.saved = saved;
  }
}

export interface Facts {
  readonly mail: MailFacts;
  readonly files: FilesFacts;
  /** Kinds of the accepted actions in order, e.g. `mail.reply`. */
  readonly actions: readonly string[];
}

/** Thrown where the log lacks what evidence needs: a fault of the program, never of the person. */
export class MissingFeaturesError extends Error {
  constructor(messageId: string) {
    super(`no text features are stored for the sending of ${messageId}`);
    this.name = 'MissingFeaturesError';
  }
}

/** Facts of a scene. Throws MissingFeaturesError where a standing message was logged without its features. */
export function factsOf(world: World, state: SceneState, actions: readonly ObservedAction[]): Facts {
  const { mail, files } = state.apps;
  const about = (message: { readonly about: string | null }): AboutFacts =>
    rootOf(world, mail.sent, message.about);
  const none = new FeatureFacts({});
  return {
    mail: new MailFacts({
      sent: mail.sent.map(
        (message) =>
          new MessageFacts({ ...messageOf(message), ...about(message), features: stored(message, actions) }),
      ),
      drafts: mail.drafts.map(
        (draft) => new MessageFacts({ ...messageOf(draft), ...about(draft), features: none }),
      ),
      opened: actions.flatMap(({ action }) =>
        action.app === 'mail' && action.type === 'open' ? [action.messageId] : [],
      ),
      previewed: actions.flatMap(({ action }) =>
        action.app === 'mail' && action.type === 'preview' ? [action.attachmentId] : [],
      ),
    }),
    files: new FilesFacts(
      files.files.flatMap(({ attachment, folder }) =>
        attachment === null ? [] : [new SavedFileFacts(attachment, folder)],
      ),
    ),
    actions: actions.map(({ action }) => `${action.app}.${action.type}`),
  };
}

type AboutFacts = Pick<MessageFacts, 'about' | 'aboutFrom'>;

function messageOf(
  message: Pick<SentMail, 'id' | 'mode' | 'to' | 'phrases' | 'typed'>,
): Omit<MessageFacts, 'about' | 'aboutFrom' | 'features'> {
  const { id, mode, to, phrases, typed } = message;
  return { id, mode, to, phrases, written: phrases.length > 0 || typed.trim() !== '' };
}

/** An answer to one's own sent message goes back to what that one was about. */
function rootOf(world: World, sent: readonly SentMail[], id: string | null): AboutFacts {
  if (id === null) return { about: '', aboutFrom: '' };
  const received = world.mail?.messages.find((message) => message.id === id);
  if (received !== undefined) return { about: id, aboutFrom: received.from };
  const own = sent.find((message) => message.id === id);
  return rootOf(world, sent, own?.about ?? null);
}

function stored(message: SentMail, actions: readonly ObservedAction[]): FeatureFacts {
  const { epoch, actionSeq } = message.sentBy;
  const sending = actions.find((each) => each.epoch === epoch && each.actionSeq === actionSeq);
  if (sending?.features === undefined) throw new MissingFeaturesError(message.id);
  return new FeatureFacts(sending.features);
}
