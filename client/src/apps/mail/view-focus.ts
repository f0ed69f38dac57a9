import type { MailState } from '../../../../scenarios/world/mail/types.ts';
import { focusPlace, focusRow } from '../kit/focus-front.svelte.ts';

export function nameFront({ composing, open, folder }: MailState): string {
  if (composing !== null) return `draft:${composing}`;
  return open === null ? `folder:${folder}` : `message:${open}`;
}

/**
 * Focus goes into what opened, or back to the row of what was in front. In a message that has its recipient, into the
 * box, as in real mail: who types at once loses no letter.
 */
export function findTarget(root: HTMLElement, mail: MailState, was: string): HTMLElement | null | undefined {
  if (mail.composing !== null) {
    const draft = mail.drafts.find(({ id }) => id === mail.composing);
    return focusPlace(root, draft !== undefined && draft.to.length > 0 ? 'message-box' : 'draft');
  }
  if (mail.open !== null) return focusPlace(root, 'message');
  return focusRow(root, was.slice(was.indexOf(':') + 1)) ?? focusPlace(root, 'folder');
}
