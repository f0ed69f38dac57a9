import { sampleTexts } from '../samples.ts';
import { isBlank, phraseActs } from '../phrases.ts';
import { hasFolder } from './sorting.ts';
import { listedIds, shownAttachments, shownId, shownMessage } from './shown.ts';
import type { MailAction, MailDraft, MailState, MailWorld } from './types.ts';

const folders = ['inbox', 'drafts', 'sent', 'reported', 'trash'] as const;

export function mailActs(world: MailWorld, state: MailState): readonly MailAction[] {
  const draft = state.drafts.find(({ id }) => id === state.composing);
  return [
    ...folders
      .filter((folder) => hasFolder(world, folder))
      .map((folder): MailAction => ({ app: 'mail', type: 'folder', folder })),
    ...listedIds(world, state).map((id): MailAction =>
      state.folder === 'drafts'
        ? { app: 'mail', type: 'open-draft', draftId: id }
        : { app: 'mail', type: 'open', messageId: id },
    ),
    { app: 'mail', type: 'compose' },
    ...(draft === undefined ? readingActs(world, state) : draftActs(world, draft)),
  ];
}

function readingActs(world: MailWorld, state: MailState): readonly MailAction[] {
  const messageId = shownId(state);
  if (messageId === null) return [];
  const links = shownMessage(world, state)?.links ?? [];
  return [
    { app: 'mail', type: 'close' },
    ...(['reply', 'reply-all', 'forward'] as const).map((type): MailAction => ({
      app: 'mail',
      type,
      messageId,
    })),
    ...sortingActs(world, state).map((type): MailAction => ({ app: 'mail', type, messageId })),
    ...links.flatMap(({ id: linkId }): MailAction[] => [
      { app: 'mail', type: 'preview-link', linkId },
      { app: 'mail', type: 'open-link', linkId },
    ]),
    ...shownAttachments(world, state).map(({ id }): MailAction => ({
      app: 'mail',
      type: 'preview',
      attachmentId: id,
    })),
  ];
}

/** A reported or deleted message can only be brought back. */
function sortingActs(world: MailWorld, state: MailState): readonly ('report' | 'keep' | 'delete')[] {
  const message = shownMessage(world, state);
  if (state.sorted === undefined || message === undefined) return [];
  const sorted = state.sorted[message.id];
  if (sorted === 'reported' || sorted === 'trashed') return ['keep'];
  return sorted === 'kept' ? ['report', 'delete'] : ['report', 'keep', 'delete'];
}

function draftActs(world: MailWorld, draft: MailDraft): readonly MailAction[] {
  // A forwarded message needs no words.
  const isReady = draft.to.length > 0 && (draft.mode === 'forward' || !isBlank(draft));
  return [
    { app: 'mail', type: 'leave-draft' },
    { app: 'mail', type: 'delete-draft' },
    ...(isReady ? ([{ app: 'mail', type: 'send' }] as const) : []),
    ...world.contacts
      .filter(({ id }) => id !== world.me && !draft.to.includes(id))
      .map(({ id }): MailAction => ({ app: 'mail', type: 'add-recipient', contactId: id })),
    ...draft.to.map((id): MailAction => ({ app: 'mail', type: 'remove-recipient', contactId: id })),
    ...phraseActs(world.phraseGroups, draft.phrases).map((act): MailAction => ({ app: 'mail', ...act })),
    ...sampleTexts.map((typed): MailAction => ({ app: 'mail', type: 'write', typed })),
  ];
}
