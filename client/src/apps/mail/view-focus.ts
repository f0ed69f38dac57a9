/**
 * Where focus goes when the mail app shows something else: into what opened, or back to the row it came from. Knows
 * the DOM of this app by its data-focus and data-row attributes only.
 */
import type { MailState } from '../../../../scenarios/world/mail/types.ts';

/** What is in front: a draft, an open message, or a folder's list. */
export interface Front {
  readonly kind: 'draft' | 'message' | 'folder';
  readonly id: string;
}

export function findFront(mail: MailState): Front {
  if (mail.composing !== null) return { kind: 'draft', id: mail.composing };
  if (mail.open !== null) return { kind: 'message', id: mail.open };
  return { kind: 'folder', id: mail.folder };
}

/**
 * Moves focus after the front changed from `before` to `now`. A button that keeps focus on purpose (« Annuler »,
 * folders) keeps it, and focus outside the app is left alone.
 */
export function moveFocus(root: HTMLElement, before: Front, now: Front): void {
  const active = document.activeElement;
  const isOutside = active !== null && active !== document.body && !root.contains(active);
  if (isOutside || active?.closest('[data-keep-focus]')) return;
  findTarget(root, before, now)?.focus();
}

function findTarget(root: HTMLElement, before: Front, now: Front): HTMLElement | null {
  if (now.kind !== 'folder') return root.querySelector<HTMLElement>(`[data-focus="${now.kind}"]`);
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
  const row = rows.find(({ dataset }) => dataset.row === before.id);
  return row ?? root.querySelector<HTMLElement>('[data-focus="folder"]');
}
