/** Text messages: types of its world, state and actions. */
import type { ActionRef, CastId, TextKey, WorldRefusal } from '../base.ts';
import type { PhraseGroup, Written } from '../phrases.ts';

export interface PhoneWorld {
  /** Newest first, as phones list them; each with one person or service. */
  readonly conversations: readonly Conversation[];
  readonly phraseGroups: readonly PhraseGroup[];
}

export interface Conversation {
  readonly id: string;
  readonly name: TextKey;
  /** The number or short code it comes from. */
  readonly number: TextKey;
  /** Portrait to show, when the other side is in the cast. */
  readonly cast?: CastId;
  /** Oldest first; empty if nobody has written yet. */
  readonly messages: readonly PhoneMessage[];
  readonly read: boolean;
}

export interface PhoneMessage {
  readonly id: string;
  /** When it arrived, as a text (scenario time, not the learner's). */
  readonly date: TextKey;
  /** Paragraphs. */
  readonly body: readonly TextKey[];
  /** A code that can be copied. */
  readonly code?: TextKey;
  readonly link?: MessageLink;
}

/** A link in a message: what it says, and where it leads. */
interface MessageLink {
  readonly text: TextKey;
  /** The full address, e.g. `https://livraison.example/suivi`. */
  readonly address: string;
  /** The page of the scene's web that it leads to; null if it leads to none. */
  readonly page: string | null;
}

export interface PhoneState {
  /** The conversation on the screen; null shows the list. */
  readonly open: string | null;
  /** Conversations that were opened. */
  readonly read: readonly string[];
  /** What is being written, by conversation; a conversation without an entry has nothing. */
  readonly drafts: Readonly<Record<string, Written>>;
  /** Oldest first. */
  readonly sent: readonly SentText[];
  /** Ids of received messages. */
  readonly reported: readonly string[];
  /** Ids of received and sent messages. */
  readonly deleted: readonly string[];
  /** The message whose code was copied last. */
  readonly copied: string | null;
}

export interface SentText extends Written {
  readonly id: string;
  readonly conversation: string;
  /** The action that sent it: its log entry holds the text features. */
  readonly sentBy: ActionRef;
}

export type PhoneAction =
  | { readonly app: 'phone'; readonly type: 'open'; readonly conversationId: string }
  | { readonly app: 'phone'; readonly type: 'close' }
  | { readonly app: 'phone'; readonly type: 'add-phrase'; readonly phraseId: string }
  | { readonly app: 'phone'; readonly type: 'remove-phrase'; readonly phraseId: string }
  | { readonly app: 'phone'; readonly type: 'write'; readonly typed: string }
  | { readonly app: 'phone'; readonly type: 'send' }
  | { readonly app: 'phone'; readonly type: 'copy-code'; readonly messageId: string }
  | { readonly app: 'phone'; readonly type: 'report'; readonly messageId: string }
  | { readonly app: 'phone'; readonly type: 'keep'; readonly messageId: string }
  | { readonly app: 'phone'; readonly type: 'delete'; readonly messageId: string }
  | { readonly app: 'phone'; readonly type: 'preview-link'; readonly messageId: string }
  | { readonly app: 'phone'; readonly type: 'open-link'; readonly messageId: string };

export type PhoneRefusal = WorldRefusal | 'phone.no-conversation' | 'phone.empty';
