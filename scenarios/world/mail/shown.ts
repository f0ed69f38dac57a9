/** What the mail app has on its screen: the rows of the open folder, and the message that is read. */
import type { Offers } from '../app.ts';
import { folderOf } from './sorting.ts';
import type { MailAttachment, MailMessage, MailState, MailWorld } from './types.ts';

/** Ids of the rows of the folder on show: messages, or drafts in the drafts' folder. */
export function listedIds(world: MailWorld, state: MailState): readonly string[] {
  const { folder } = state;
  if (folder === 'drafts') return state.drafts.map(({ id }) => id);
  if (folder === 'sent') return state.sent.map(({ id }) => id);
  return world.messages.filter(({ id }) => folderOf(state, id) === folder).map(({ id }) => id);
}

/** Id of the message that is read, received or sent; null while a draft covers it. */
export function shownId({ open, composing }: MailState): string | null {
  return composing === null ? open : null;
}

/** The received message that is read. */
export function shownMessage(world: MailWorld, state: MailState): MailMessage | undefined {
  const shown = shownId(state);
  return world.messages.find(({ id }) => id === shown);
}

/** Attachments of the message that is read; a forwarded message carries those of the one it forwards. */
export function shownAttachments(world: MailWorld, state: MailState): readonly MailAttachment[] {
  const shown = shownId(state);
  const forwarded = state.sent.find(({ id, mode }) => id === shown && mode === 'forward');
  const carrier = forwarded?.about ?? shown;
  return world.messages.find(({ id }) => id === carrier)?.attachments ?? [];
}

export function mailOffers(world: MailWorld, state: MailState): Offers {
  return {
    attachments: shownAttachments(world, state).map(({ id }) => id),
    pages: shownMessage(world, state)?.links?.map(({ page }) => page) ?? [],
  };
}
