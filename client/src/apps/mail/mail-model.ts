/** Ids and text keys only; components make the sentences. */
import type { TextKey } from '../../../../scenarios/world/base.ts';
import type { FileEntry } from '../../../../scenarios/world/files/types.ts';
import { folderOf } from '../../../../scenarios/world/mail/sorting.ts';
import type {
  Contact,
  ComposeMode,
  MailAttachment,
  MailDraft,
  MailFolder,
  MailLink,
  MailMessage,
  MailState,
  MailWorld,
  SentMail,
} from '../../../../scenarios/world/mail/types.ts';
import type { World } from '../../../../scenarios/world/types.ts';

export type View =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'message'; readonly message: MailMessage }
  | { readonly kind: 'sent'; readonly mail: SentMail }
  | { readonly kind: 'draft'; readonly draft: MailDraft };

export interface Subject {
  readonly mode: ComposeMode;
  readonly about: TextKey | null;
}

export interface Row {
  readonly id: string;
  readonly contact: Contact | null;
  readonly who: string;
  readonly subject: string;
  readonly when: string;
  readonly unread: boolean;
  readonly kept: boolean;
  readonly attachments: number;
}

export function getMailWorld(world: World): MailWorld {
  if (!world.mail) throw new Error(`scene ${world.id} has no mail`);
  return world.mail;
}

export function getContact(world: MailWorld, contactId: string): Contact {
  const contact = world.contacts.find(({ id }) => id === contactId);
  if (!contact) throw new Error(`no contact ${contactId}`);
  return contact;
}

export function findMessage(world: MailWorld, messageId: string | null): MailMessage | undefined {
  return world.messages.find(({ id }) => id === messageId);
}

export function findMessageOfAttachment(world: MailWorld, attachmentId: string): MailMessage | undefined {
  return world.messages.find(({ attachments }) => attachments.some(({ id }) => id === attachmentId));
}

/** A draft covers an open message. */
export function findView(world: MailWorld, mail: MailState): View {
  const draft = mail.drafts.find(({ id }) => id === mail.composing);
  if (draft) return { kind: 'draft', draft };
  const message = findMessage(world, mail.open);
  if (message) return { kind: 'message', message };
  const sent = mail.sent.find(({ id }) => id === mail.open);
  return sent ? { kind: 'sent', mail: sent } : { kind: 'nothing' };
}

export function isUnread(mail: MailState, message: MailMessage): boolean {
  return !mail.read.includes(message.id);
}

export function listMessagesIn(
  world: MailWorld,
  mail: MailState,
  folder: MailFolder,
): readonly MailMessage[] {
  return world.messages.filter(({ id }) => folderOf(mail, id) === folder);
}

export function countUnread(world: MailWorld, mail: MailState): number {
  return listMessagesIn(world, mail, 'inbox').filter((message) => isUnread(mail, message)).length;
}

/** What of its buttons a message is dropped for. */
export function findDrop(
  world: MailWorld,
  mail: MailState,
  messageId: string,
  folder: MailFolder,
): 'report' | 'delete' | 'keep' | null {
  if (!isSortable(world, messageId)) return null;
  const isAway = folderOf(mail, messageId) !== 'inbox';
  if (folder === 'inbox') return isAway ? 'keep' : null;
  if (isAway) return null;
  return folder === 'reported' ? 'report' : folder === 'trash' ? 'delete' : null;
}

/** False for what the person wrote. */
export function isSortable(world: MailWorld, messageId: string): boolean {
  return world.sorting === true && findMessage(world, messageId) !== undefined;
}

/** Follows replies back to the received message, so that an answer to one's own answer keeps the subject. */
export function describeSubject(world: MailWorld, mail: MailState, draft: MailDraft): Subject {
  const own = mail.sent.find(({ id }) => id === draft.about);
  if (own) return { mode: draft.mode, about: describeSubject(world, mail, own).about };
  return { mode: draft.mode, about: findMessage(world, draft.about)?.subject ?? null };
}

/** Same conditions as the world's reducer. */
export function findSendProblem(draft: MailDraft, typed: string): 'recipient' | 'empty' | null {
  if (draft.to.length === 0) return 'recipient';
  const isEmpty = draft.phrases.length === 0 && typed.trim() === '';
  return isEmpty && draft.mode !== 'forward' ? 'empty' : null;
}

/** Only forwarding carries attachments. */
export function listCarriedAttachments(world: MailWorld, draft: MailDraft): readonly MailAttachment[] {
  return draft.mode === 'forward' ? (findMessage(world, draft.about)?.attachments ?? []) : [];
}

export function listCarriedLinks(world: MailWorld, draft: MailDraft): readonly MailLink[] {
  return draft.mode === 'forward' ? (findMessage(world, draft.about)?.links ?? []) : [];
}

/** @throws Error if no group has the phrase */
export function getPhraseText(world: MailWorld, phraseId: string): TextKey {
  const phrase = world.phraseGroups.flatMap(({ phrases }) => phrases).find(({ id }) => id === phraseId);
  if (!phrase) throw new Error(`no phrase ${phraseId}`);
  return phrase.text;
}

export function listAddableContacts(world: MailWorld, draft: MailDraft): readonly Contact[] {
  return world.contacts.filter(({ id }) => id !== world.me && !draft.to.includes(id));
}

export interface SaveFolder {
  readonly id: string;
  readonly name: TextKey;
}

export function listSaveFolders(world: World): readonly SaveFolder[] {
  if (!world.files) return [];
  const { folders, defaultFolder } = world.files;
  return [
    ...folders.filter(({ id }) => id === defaultFolder),
    ...folders.filter(({ id }) => id !== defaultFolder),
  ];
}

export function listSavedFolders(
  world: World,
  files: readonly FileEntry[],
  attachmentId: string,
): readonly TextKey[] {
  const ids = new Set(
    files.filter(({ attachment }) => attachment === attachmentId).map(({ folder }) => folder),
  );
  return listSaveFolders(world)
    .filter(({ id }) => ids.has(id))
    .map(({ name }) => name);
}
