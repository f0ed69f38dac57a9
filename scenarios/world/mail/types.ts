import type { ActionRef, CastId, TextKey, WorldRefusal } from '../base.ts';
import type { PhraseGroup, Written } from '../phrases.ts';

export interface MailWorld {
  /** Contact id of the person who plays. */
  readonly me: string;
  readonly contacts: readonly Contact[];
  /** Oldest first. */
  readonly messages: readonly MailMessage[];
  readonly drafts: readonly MailDraft[];
  /** Messages can be reported, kept or deleted; the folders for that exist. */
  readonly sorting?: true;
  readonly phraseGroups: readonly PhraseGroup[];
}

export interface Contact {
  readonly id: string;
  readonly name: TextKey;
  readonly address: string;
  /** Portrait to show. */
  readonly cast?: CastId;
}

export interface MailMessage {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Scenario time, not the learner's. */
  readonly date: TextKey;
  readonly subject: TextKey;
  /** Paragraphs. */
  readonly body: readonly TextKey[];
  readonly attachments: readonly MailAttachment[];
  readonly links?: readonly MailLink[];
  readonly read: boolean;
}

export interface MailLink {
  readonly id: string;
  /** The paragraph before the link. */
  readonly after: TextKey;
  readonly text: TextKey;
  readonly address: TextKey;
  readonly page: string;
}

export interface MailAttachment {
  readonly id: string;
  readonly name: TextKey;
  readonly kind: 'pdf' | 'image' | 'document';
  readonly preview: readonly TextKey[];
}

/** `reported` and `trash` exist only if messages can be sorted. */
export type MailFolder = 'inbox' | 'sent' | 'drafts' | 'reported' | 'trash';

export type Sorted = 'kept' | 'reported' | 'trashed';

export interface MailState {
  readonly folder: MailFolder;
  /** Received, or sent by its id. */
  readonly open: string | null;
  readonly composing: string | null;
  readonly read: readonly string[];
  readonly drafts: readonly MailDraft[];
  /** Oldest first. */
  readonly sent: readonly SentMail[];
  /** By message id; no entry if undecided. Absent if the world has no sorting. */
  readonly sorted?: Readonly<Record<string, Sorted>>;
}

export type ComposeMode = 'new' | 'reply' | 'reply-all' | 'forward';

export interface MailDraft extends Written {
  readonly id: string;
  readonly mode: ComposeMode;
  /** The message answered or forwarded. */
  readonly about: string | null;
  readonly to: readonly string[];
}

export interface SentMail extends MailDraft {
  /** Its log entry holds the text features. */
  readonly sentBy: ActionRef;
}

export type MailAction =
  | { readonly app: 'mail'; readonly type: 'folder'; readonly folder: MailFolder }
  | { readonly app: 'mail'; readonly type: 'open'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'close' }
  | { readonly app: 'mail'; readonly type: 'compose' }
  | { readonly app: 'mail'; readonly type: 'reply'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'reply-all'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'forward'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'report' | 'keep' | 'delete'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'preview-link' | 'open-link'; readonly linkId: string }
  | { readonly app: 'mail'; readonly type: 'open-draft'; readonly draftId: string }
  | { readonly app: 'mail'; readonly type: 'leave-draft' }
  | { readonly app: 'mail'; readonly type: 'delete-draft' }
  | { readonly app: 'mail'; readonly type: 'add-recipient'; readonly contactId: string }
  | { readonly app: 'mail'; readonly type: 'remove-recipient'; readonly contactId: string }
  | { readonly app: 'mail'; readonly type: 'add-phrase'; readonly phraseId: string }
  | { readonly app: 'mail'; readonly type: 'remove-phrase'; readonly phraseId: string }
  | { readonly app: 'mail'; readonly type: 'write'; readonly typed: string }
  | { readonly app: 'mail'; readonly type: 'preview'; readonly attachmentId: string }
  | { readonly app: 'mail'; readonly type: 'send' };

export type MailRefusal = WorldRefusal | 'mail.nothing-composed' | 'mail.no-recipient' | 'mail.empty';
