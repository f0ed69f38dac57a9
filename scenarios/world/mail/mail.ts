import { addressees, changeDraft, isUntouched } from './draft.ts';
import { listedIds, shownAttachments, shownId, shownMessage } from './shown.ts';
import { folderOf, hasFolder, sortMessage } from './sorting.ts';
import { isBlank } from '../phrases.ts';
import type { ActionRef, Step } from '../base.ts';
import type { ComposeMode, MailAction, MailDraft, MailRefusal, MailState, MailWorld } from './types.ts';

export function startMail(world: MailWorld): MailState {
  return {
    folder: 'inbox',
    open: null,
    composing: null,
    read: world.messages.filter(({ read }) => read).map(({ id }) => id),
    drafts: world.drafts,
    sent: [],
    ...(world.sorting && { sorted: {} }),
  };
}

export function reduceMail(
  world: MailWorld,
  state: MailState,
  action: MailAction,
  ref: ActionRef,
): Step<MailState, MailRefusal> {
  const look = (
    shown: readonly Named[],
    known: readonly Named[],
    wanted: string,
  ): Step<MailState, MailRefusal> => {
    if (shown.some(({ id }) => id === wanted)) return accept(state);
    return refuse(known.some(({ id }) => id === wanted) ? 'world.not-on-screen' : 'world.unknown-target');
  };
  switch (action.type) {
    case 'folder':
      return hasFolder(world, action.folder)
        ? accept(showFolder(world, state, action.folder))
        : refuse('world.unknown-target');
    case 'open':
      return openMessage(world, state, action.messageId);
    case 'close':
      if (state.composing !== null) return refuse('world.not-on-screen');
      return accept(state.open === null ? state : { ...state, open: null });
    case 'compose':
      return startDraft(world, state, { mode: 'new', about: null }, ref);
    case 'reply':
    case 'reply-all':
    case 'forward':
      return startDraft(world, state, { mode: action.type, about: action.messageId }, ref);
    case 'open-draft':
      return openDraft(world, state, action.draftId);
    case 'preview':
      return look(shownAttachments(world, state), allAttachments(world), action.attachmentId);
    case 'report':
    case 'keep':
    case 'delete':
      return sortMessage(world, state, action);
    case 'preview-link':
    case 'open-link':
      // The browser opens the page by its own action.
      return look(shownMessage(world, state)?.links ?? [], allLinks(world), action.linkId);
    case 'leave-draft':
    case 'delete-draft':
    case 'send':
    case 'add-recipient':
    case 'remove-recipient':
    case 'add-phrase':
    case 'remove-phrase':
    case 'write':
      return reduceComposing(world, state, action, ref);
  }
}

interface Named {
  readonly id: string;
}

function allAttachments({ messages }: MailWorld): readonly Named[] {
  return messages.flatMap(({ attachments }) => attachments);
}

function allLinks({ messages }: MailWorld): readonly Named[] {
  return messages.flatMap(({ links = [] }) => links);
}

type ComposingAction = Extract<
  MailAction,
  {
    type:
      | 'leave-draft'
      | 'delete-draft'
      | 'send'
      | 'add-recipient'
      | 'remove-recipient'
      | 'add-phrase'
      | 'remove-phrase'
      | 'write';
  }
>;

function reduceComposing(
  world: MailWorld,
  state: MailState,
  action: ComposingAction,
  ref: ActionRef,
): Step<MailState, MailRefusal> {
  const draft = state.drafts.find(({ id }) => id === state.composing);
  if (draft === undefined) return refuse('mail.nothing-composed');
  switch (action.type) {
    case 'leave-draft':
      return accept(putAside(world, state));
    case 'delete-draft':
      return accept({ ...state, composing: null, drafts: without(state.drafts, draft.id) });
    case 'send':
      return send(state, draft, ref);
    case 'add-recipient':
    case 'remove-recipient':
    case 'add-phrase':
    case 'remove-phrase':
    case 'write': {
      const changed = changeDraft(world, draft, action);
      if (!changed.ok) return changed;
      if (changed.state === draft) return accept(state);
      const drafts = state.drafts.map((each) => (each.id === draft.id ? changed.state : each));
      return accept({ ...state, drafts });
    }
  }
}

function showFolder(world: MailWorld, state: MailState, folder: MailState['folder']): MailState {
  const left = putAside(world, state);
  return left.folder === folder && left.open === null ? left : { ...left, folder, open: null };
}

function openMessage(world: MailWorld, state: MailState, messageId: string): Step<MailState, MailRefusal> {
  const received = world.messages.some(({ id }) => id === messageId);
  if (!received && !state.sent.some(({ id }) => id === messageId)) return refuse('world.unknown-target');
  if (!listedIds(world, state).includes(messageId)) return refuse('world.not-on-screen');
  const left = putAside(world, state);
  const read = received && !left.read.includes(messageId) ? [...left.read, messageId] : left.read;
  const folder = received ? folderOf(state, messageId) : 'sent';
  if (left.open === messageId && left.folder === folder && read === left.read) return accept(left);
  return accept({ ...left, folder, open: messageId, read });
}

function startDraft(
  world: MailWorld,
  state: MailState,
  kind: { readonly mode: ComposeMode; readonly about: string | null },
  ref: ActionRef,
): Step<MailState, MailRefusal> {
  const to = addressees(world, state.sent, kind);
  if (to === undefined) return refuse('world.unknown-target');
  if (kind.about !== null && kind.about !== shownId(state)) return refuse('world.not-on-screen');
  const left = putAside(world, state);
  const draft: MailDraft = { id: `d${ref.epoch}-${ref.actionSeq}`, ...kind, to, phrases: [], typed: '' };
  return accept({ ...left, composing: draft.id, drafts: [...left.drafts, draft] });
}

function openDraft(world: MailWorld, state: MailState, draftId: string): Step<MailState, MailRefusal> {
  if (state.composing === draftId) return accept(state);
  if (!state.drafts.some(({ id }) => id === draftId)) return refuse('world.unknown-target');
  if (state.folder !== 'drafts') return refuse('world.not-on-screen');
  const left = putAside(world, state);
  return accept({ ...left, folder: 'drafts', open: null, composing: draftId });
}

function putAside(world: MailWorld, state: MailState): MailState {
  if (state.composing === null) return state;
  const draft = state.drafts.find(({ id }) => id === state.composing);
  const forget = draft !== undefined && isUntouched(world, state.sent, draft);
  const drafts = forget ? without(state.drafts, draft.id) : state.drafts;
  return { ...state, composing: null, drafts };
}

function send(state: MailState, draft: MailDraft, ref: ActionRef): Step<MailState, MailRefusal> {
  if (draft.to.length === 0) return refuse('mail.no-recipient');
  // A forwarded message needs no words.
  if (isBlank(draft) && draft.mode !== 'forward') return refuse('mail.empty');
  const sentBy = { epoch: ref.epoch, actionSeq: ref.actionSeq };
  return accept({
    ...state,
    composing: null,
    drafts: without(state.drafts, draft.id),
    sent: [...state.sent, { ...draft, sentBy }],
  });
}

function without(drafts: readonly MailDraft[], draftId: string): readonly MailDraft[] {
  return drafts.filter(({ id }) => id !== draftId);
}

function accept(state: MailState): Step<MailState, MailRefusal> {
  return { ok: true, state };
}

function refuse(code: MailRefusal): Step<MailState, MailRefusal> {
  return { ok: false, code };
}
