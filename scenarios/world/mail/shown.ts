import type { Offers } from '../app.ts';
import { folderOf } from './sorting.ts';
import type { MailAttachment, MailMessage, MailState, MailWorld } from './types.ts';

/** Messages, or drafts in the drafts folder. */
export function listedIds(world: MailWorld, state: MailState): readonly string[] {
  const { folder } = state;
  if (folder === 'drafts') return state.drafts.map(({ id }) => id);
  if (folder === 'sent') return state.sent.map(({ id }) => id);
  return world.messages.filter(({ id }) => folderOf(state, id) === folder).map(({ id }) => id);
}

/** Received or sent; null while a draft covers it. */
export function shownId({ open, composing }: MailState): string | null {
  return composing === null ? open : null;
}

export function shownMessage(world: MailWorld, state: MailState): MailMessage | undefined {
  const shown = shownId(state);
  return world.messages.find(({ id }) => id === shown);
}

/** A forwarded message carries the attachments of its original. */
export function shownAttachments(world: MailWorld, state: MailState): readonly MailAttachment[] {
  const shown = shownId(state);
  const forwarded = state.sent.find(({ id, mode }) => id === shown && mode === 'forward');
  const carrier = forwarded?.about ?? shown;
  return world.messages.find(({ id }) => id === carrier)?.attachments ?? [];
}

export function mailOffers(world: MailWorld, state: MailState): Partial<Offers> {
  return {
    attachments: shownAttachments(world, state).map(({ id }) => id),
    pages: shownMessage(world, state)?.links?.map(({ page }) => page) ?? [],
  };
}
