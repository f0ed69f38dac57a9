/** A link's page is opened by an action of the browser; a link of an app brings that app to the front. */
import type { ActionRef, Step } from '../base.ts';
import { changePhrases, isBlank, withOrWithout, type Written } from '../phrases.ts';
import { shownReceived, shownSent } from './shown.ts';
import type { PhoneAction, PhoneMessage, PhoneRefusal, PhoneState, PhoneWorld } from './types.ts';

export function startPhone(world: PhoneWorld): PhoneState {
  return {
    open: null,
    read: world.conversations.filter(({ read }) => read).map(({ id }) => id),
    drafts: {},
    sent: [],
    reported: [],
    deleted: [],
    copied: null,
  };
}

export function reducePhone(
  world: PhoneWorld,
  state: PhoneState,
  action: PhoneAction,
  ref: ActionRef,
): Step<PhoneState, PhoneRefusal> {
  switch (action.type) {
    case 'open':
      return openConversation(world, state, action.conversationId);
    case 'close':
      return accept(state.open === null ? state : { ...state, open: null });
    case 'add-phrase':
    case 'remove-phrase':
    case 'write':
    case 'send':
      return reduceWriting(world, state, action, ref);
    case 'copy-code':
    case 'report':
    case 'keep':
    case 'delete':
    case 'preview-link':
    case 'open-link':
      return reduceMessage(world, state, action);
  }
}

export function draftIn(state: PhoneState, conversationId: string | null): Written {
  return state.drafts[conversationId ?? ''] ?? { phrases: [], typed: '' };
}

export function findReceived(world: PhoneWorld, messageId: string): PhoneMessage | undefined {
  return world.conversations.flatMap(({ messages }) => messages).find(({ id }) => id === messageId);
}

/** The app that a link brings to the front. */
export function openedByLink(world: PhoneWorld, _after: PhoneState, action: PhoneAction): string | undefined {
  return action.type === 'open-link' ? findReceived(world, action.messageId)?.link?.app : undefined;
}

function openConversation(
  world: PhoneWorld,
  state: PhoneState,
  conversationId: string,
): Step<PhoneState, PhoneRefusal> {
  if (!world.conversations.some(({ id }) => id === conversationId)) return refuse('world.unknown-target');
  const read = withOrWithout(state.read, conversationId, true);
  if (state.open === conversationId && read === state.read) return accept(state);
  return accept({ ...state, open: conversationId, read });
}

type WritingAction = Extract<PhoneAction, { type: 'add-phrase' | 'remove-phrase' | 'write' | 'send' }>;

function reduceWriting(
  world: PhoneWorld,
  state: PhoneState,
  action: WritingAction,
  ref: ActionRef,
): Step<PhoneState, PhoneRefusal> {
  if (state.open === null) return refuse('phone.no-conversation');
  const draft = draftIn(state, state.open);
  switch (action.type) {
    case 'add-phrase':
    case 'remove-phrase': {
      const phrases = changePhrases(world.phraseGroups, draft.phrases, action);
      if (!phrases.ok) return phrases;
      if (phrases.state === draft.phrases) return accept(state);
      return accept(withDraft(state, state.open, { ...draft, phrases: phrases.state }));
    }
    case 'write':
      // Always a new state: undo must work the same after the text is erased.
      return accept(withDraft(state, state.open, { ...draft, typed: action.typed }));
    case 'send':
      return send(state, state.open, ref);
  }
}

function withDraft(state: PhoneState, conversation: string, draft: Written): PhoneState {
  return { ...state, drafts: { ...state.drafts, [conversation]: draft } };
}

function send(state: PhoneState, conversation: string, ref: ActionRef): Step<PhoneState, PhoneRefusal> {
  const { phrases, typed } = draftIn(state, conversation);
  if (isBlank({ phrases, typed })) return refuse('phone.empty');
  const sentBy = { epoch: ref.epoch, actionSeq: ref.actionSeq };
  const text = { id: `t${ref.epoch}-${ref.actionSeq}`, conversation, phrases, typed, sentBy };
  const drafts = Object.fromEntries(Object.entries(state.drafts).filter(([id]) => id !== conversation));
  return accept({ ...state, drafts, sent: [...state.sent, text] });
}

type MessageAction = Extract<PhoneAction, { readonly messageId: string }>;

function reduceMessage(
  world: PhoneWorld,
  state: PhoneState,
  action: MessageAction,
): Step<PhoneState, PhoneRefusal> {
  const { messageId } = action;
  const message = shownReceived(world, state).find(({ id }) => id === messageId);
  if (action.type === 'delete' && (message !== undefined || hasId(shownSent(state), messageId))) {
    return accept(withList(state, 'deleted', withOrWithout(state.deleted, messageId, true)));
  }
  if (message === undefined) {
    const isKnown = findReceived(world, messageId) !== undefined || hasId(state.sent, messageId);
    return refuse(isKnown ? 'world.not-on-screen' : 'world.unknown-target');
  }
  switch (action.type) {
    case 'copy-code':
      if (message.code === undefined) return refuse('world.unknown-target');
      return accept(state.copied === messageId ? state : { ...state, copied: messageId });
    case 'report':
    case 'keep':
      return accept(
        withList(state, 'reported', withOrWithout(state.reported, messageId, action.type === 'report')),
      );
    case 'preview-link':
    case 'open-link':
      return message.link === undefined ? refuse('world.unknown-target') : accept(state);
    case 'delete':
      return refuse('world.unknown-target');
  }
}

function hasId(list: readonly { readonly id: string }[], wanted: string): boolean {
  return list.some(({ id }) => id === wanted);
}

function withList(state: PhoneState, name: 'reported' | 'deleted', list: readonly string[]): PhoneState {
  return list === state[name] ? state : { ...state, [name]: list };
}

function accept(state: PhoneState): Step<PhoneState, PhoneRefusal> {
  return { ok: true, state };
}

function refuse(code: PhoneRefusal): Step<PhoneState, PhoneRefusal> {
  return { ok: false, code };
}
