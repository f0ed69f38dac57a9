import type { Step } from '../base.ts';
import type { MailAction, MailFolder, MailState, MailWorld, Sorted } from './types.ts';

type SortAction = Extract<MailAction, { type: 'report' | 'keep' | 'delete' }>;

const outcomes: Readonly<Record<SortAction['type'], Sorted>> = {
  report: 'reported',
  keep: 'kept',
  delete: 'trashed',
};

export function hasFolder(world: MailWorld, folder: MailFolder): boolean {
  return world.sorting === true || (folder !== 'reported' && folder !== 'trash');
}

export function folderOf(state: MailState, messageId: string): MailFolder {
  const sorted = state.sorted?.[messageId];
  if (sorted === 'reported') return 'reported';
  return sorted === 'trashed' ? 'trash' : 'inbox';
}

/**
 * Keeping a reported or deleted message brings it back. A message that leaves its folder is closed, as in
 * mail apps.
 */
export function sortMessage(world: MailWorld, state: MailState, action: SortAction): Step<MailState> {
  const { messageId, type } = action;
  const isReceived = world.messages.some(({ id }) => id === messageId);
  if (state.sorted === undefined || !isReceived) return { ok: false, code: 'world.unknown-target' };
  if (state.open !== messageId || state.composing !== null) return { ok: false, code: 'world.not-on-screen' };
  const outcome = outcomes[type];
  const before = state.sorted[messageId];
  if (before === outcome) return { ok: true, state };
  const isAway = before === 'reported' || before === 'trashed';
  if (isAway && type !== 'keep') return { ok: false, code: 'world.not-on-screen' };
  const next: MailState = { ...state, sorted: { ...state.sorted, [messageId]: outcome } };
  const isMoved = folderOf(next, messageId) !== folderOf(state, messageId);
  return { ok: true, state: isMoved && state.open === messageId ? { ...next, open: null } : next };
}
