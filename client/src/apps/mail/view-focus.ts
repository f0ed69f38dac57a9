import type { MailState } from '../../../../scenarios/world/mail/types.ts';
import { focusPlace, focusRow } from '../kit/focus-front.svelte.ts';

export function nameFront({ composing, open, folder }: MailState): string {
  if (composing !== null) return `draft:${composing}`;
  return open === null ? `folder:${folder}` : `message:${open}`;
}

/** Focus goes into what opened, or back to the row of what was in front. */
export function findTarget(root: HTMLElement, mail: MailState, was: string): HTMLElement | null | undefined {
  if (mail.composing !== null) return focusPlace(root, 'draft');
  if (mail.open !== null) return focusPlace(root, 'message');
  return focusRow(root, was.slice(was.indexOf(':') + 1)) ?? focusPlace(root, 'folder');
}
