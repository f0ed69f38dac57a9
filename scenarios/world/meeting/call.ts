/** What a person does once they are in the meeting. */
import type { ActionRef, Step } from '../base.ts';
import { changePhrases, isBlank } from '../phrases.ts';
import { carries, isAfterFault, isAsked, isAudible, shownSources } from './shown.ts';
import type { CallAction, MeetingRefusal, MeetingState, MeetingWorld, WritingAction } from './types.ts';

type Result = Step<MeetingState, MeetingRefusal>;

export function reduceCall(
  world: MeetingWorld,
  state: MeetingState,
  action: CallAction,
  ref: ActionRef,
): Result {
  switch (action.type) {
    case 'leave':
      return leave(state);
    case 'hand':
      return raiseHand(world, state, action.on);
    case 'open-panel':
      if (state.panel === action.panel) return accept(state);
      return accept({ ...state, panel: action.panel, picked: null, level: null });
    case 'close-panel':
      if (state.panel === null) return refuse('world.not-on-screen');
      return accept({ ...state, panel: null, picked: null, level: null });
    case 'choose-source':
      if (state.panel !== 'sound') return refuse('world.not-on-screen');
      return chooseSource(world, state, action.sourceId);
    case 'test':
      return test(world, state);
    case 'pick':
      if (state.panel !== 'share') return refuse('world.not-on-screen');
      if (!world.windows.some(({ id }) => id === action.windowId)) return refuse('world.unknown-target');
      return accept(state.picked === action.windowId ? state : { ...state, picked: action.windowId });
    case 'share':
      return share(state);
    case 'stop-share':
      return state.sharing === null ? refuse('world.not-on-screen') : accept({ ...state, sharing: null });
    case 'add-phrase':
    case 'remove-phrase':
    case 'write':
    case 'say':
    case 'send':
      return reduceWriting(world, state, action, ref);
  }
}

function leave(state: MeetingState): Result {
  return accept({
    ...state,
    stage: 'list',
    open: null,
    hand: false,
    panel: null,
    picked: null,
    sharing: null,
    level: null,
    leaves: state.leaves + 1,
  });
}

function raiseHand(world: MeetingWorld, state: MeetingState, on: boolean): Result {
  if (state.hand === on) return refuse('world.not-on-screen');
  const answers = on && isAsked(world, state.turn);
  return accept({ ...state, hand: on, answeredByHand: state.answeredByHand || answers });
}

function chooseSource(world: MeetingWorld, state: MeetingState, sourceId: string): Result {
  if (!world.sources.some(({ id }) => id === sourceId)) return refuse('world.unknown-target');
  const isShown = shownSources(world, state).some(({ id }) => id === sourceId);
  if (!isShown || state.sources[state.way] === sourceId) return refuse('world.not-on-screen');
  return accept({ ...state, sources: { ...state.sources, [state.way]: sourceId }, level: null });
}

function test(world: MeetingWorld, state: MeetingState): Result {
  if (state.panel !== 'sound' || state.way !== 'voice') return refuse('world.not-on-screen');
  const moves = isAudible(state);
  const tested = state.tested || (moves && isAfterFault(world, state.turn));
  return accept({ ...state, level: moves ? 'moves' : 'still', tested });
}

function share(state: MeetingState): Result {
  const { panel, picked } = state;
  if (panel !== 'share' || picked === null) return refuse('world.not-on-screen');
  return accept({ ...state, panel: null, picked: null, sharing: picked, shown: [...state.shown, picked] });
}

function reduceWriting(
  world: MeetingWorld,
  state: MeetingState,
  action: WritingAction,
  { epoch, actionSeq }: ActionRef,
): Result {
  const { draft } = state;
  switch (action.type) {
    case 'add-phrase':
    case 'remove-phrase': {
      const phrases = changePhrases(world.phraseGroups, draft.phrases, action);
      if (!phrases.ok) return phrases;
      if (phrases.state === draft.phrases) return accept(state);
      return accept({ ...state, draft: { ...draft, phrases: phrases.state } });
    }
    case 'write':
      // Always a new state: undo must work the same after the text is erased.
      return accept({ ...state, draft: { ...draft, typed: action.typed } });
    case 'say':
    case 'send': {
      const isVoice = action.type === 'say';
      if (isVoice && state.way !== 'voice') return refuse('world.not-on-screen');
      if (isBlank(draft)) return refuse('meeting.empty');
      const utterance = {
        ...draft,
        id: `u${epoch}-${actionSeq}`,
        how: isVoice ? 'voice' : 'chat',
        turn: state.turn,
        carried: carries(state),
        received: isVoice ? isAudible(state) : state.way === 'voice' || carries(state),
        sentBy: { epoch, actionSeq },
      } as const;
      return accept({ ...state, draft: { phrases: [], typed: '' }, said: [...state.said, utterance] });
    }
  }
}

function accept(state: MeetingState): Result {
  return { ok: true, state };
}

function refuse(code: MeetingRefusal): Result {
  return { ok: false, code };
}
