import type { ActionRef, CastId, TextKey, WorldRefusal } from '../base.ts';
import type { PhraseGroup, Written } from '../phrases.ts';

export interface PhoneWorld {
  /** Newest first, as on phones; each with one person or service. */
  readonly conversations: readonly Conversation[];
  readonly phraseGroups: readonly PhraseGroup[];
}

export interface Conversation {
  readonly id: string;
  readonly name: TextKey;
  /** Or a short code. */
  readonly number: TextKey;
  /** Portrait to show. */
  readonly cast?: CastId;
  /** Oldest first; empty if nobody has written yet. */
  readonly messages: readonly PhoneMessage[];
  readonly read: boolean;
}

export interface PhoneMessage {
  readonly id: string;
  /** Scenario time, not the learner's. */
  readonly date: TextKey;
  /** Paragraphs. */
  readonly body: readonly TextKey[];
  /** Can be copied. */
  readonly code?: TextKey;
  readonly link?: MessageLink;
}

export interface MessageLink {
  readonly text: TextKey;
  readonly address: string;
  /** Null if it leads to none. */
  readonly page: string | null;
  /** App of the scene that it opens instead of a page. */
  readonly app?: string;
}

export interface PhoneState {
  /** Null shows the list. */
  readonly open: string | null;
  readonly read: readonly string[];
  /** By conversation; no entry if nothing is being written. */
  readonly drafts: Readonly<Record<string, Written>>;
  /** Oldest first. */
  readonly sent: readonly SentText[];
  readonly reported: readonly string[];
  /** Ids of received and sent messages. */
  readonly deleted: readonly string[];
  readonly copied: string | null;
}

export interface SentText extends Written {
  readonly id: string;
  readonly conversation: string;
  /** Its log entry holds the text features. */
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
