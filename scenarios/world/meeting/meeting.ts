import type { ActionRef, Step } from '../base.ts';
import { reduceCall } from './call.ts';
import { isAudible } from './shown.ts';
import type { DoorAction, MeetingAction, MeetingRefusal, MeetingState, MeetingWorld, Way } from './types.ts';

type Result = Step<MeetingState, MeetingRefusal>;

export function startMeeting({ sources }: MeetingWorld): MeetingState {
  const firstOf = (way: Way): string => sources.find((source) => source.way === way)?.id ?? '';
  return {
    stage: 'list',
    open: null,
    way: 'voice',
    mic: true,
    camera: false,
    hand: false,
    sources: { voice: firstOf('voice'), writing: firstOf('writing') },
    dead: null,
    turn: -1,
    ended: {},
    panel: null,
    picked: null,
    sharing: null,
    shown: [],
    draft: { phrases: [], typed: '' },
    said: [],
    answeredByHand: false,
    level: null,
    tested: false,
    leaves: 0,
  };
}

export function reduceMeeting(
  world: MeetingWorld,
  state: MeetingState,
  action: MeetingAction,
  ref: ActionRef,
): Result {
  if (isAtDoor(action)) return reduceDoor(world, state, action);
  return state.stage === 'call' ? reduceCall(world, state, action, ref) : refuse('world.not-on-screen');
}

const atDoor: ReadonlySet<string> = new Set<DoorAction['type']>([
  ...(['open', 'close', 'choose-way', 'join'] as const),
  ...(['mic', 'camera', 'next'] as const),
]);

function isAtDoor(action: MeetingAction): action is DoorAction {
  return atDoor.has(action.type);
}

function reduceDoor(world: MeetingWorld, state: MeetingState, action: DoorAction): Result {
  switch (action.type) {
    case 'open':
      return open(world, state, action.meetingId);
    case 'close':
      if (state.stage !== 'lobby') return refuse('world.not-on-screen');
      return accept({ ...state, stage: 'list', open: null });
    case 'choose-way':
      if (state.stage !== 'lobby') return refuse('world.not-on-screen');
      return accept(state.way === action.way ? state : { ...state, way: action.way });
    case 'join':
      if (state.stage !== 'lobby') return refuse('world.not-on-screen');
      // Coming back connects anew, so that everything carries again.
      return accept({ ...state, stage: 'waiting', dead: null });
    case 'mic':
    case 'camera':
      if (state.stage !== 'lobby' && state.stage !== 'call') return refuse('world.not-on-screen');
      if (state[action.type] === action.on) return refuse('world.not-on-screen');
      return accept({ ...state, [action.type]: action.on, level: null });
    case 'next':
      return goOn(world, state);
  }
}

function open(world: MeetingWorld, state: MeetingState, meetingId: string): Result {
  const meeting = world.meetings.find(({ id }) => id === meetingId);
  if (meeting === undefined) return refuse('world.unknown-target');
  if (state.stage !== 'list' || !meeting.opens) return refuse('world.not-on-screen');
  return accept({ ...state, stage: 'lobby', open: meetingId });
}

/** The host lets the person in, or the next caption comes. */
function goOn({ turns }: MeetingWorld, state: MeetingState): Result {
  if (state.stage === 'waiting') return accept({ ...state, stage: 'call', turn: Math.max(state.turn, 0) });
  const now = turns[state.turn];
  const next = turns[state.turn + 1];
  if (state.stage !== 'call' || next === undefined) return refuse('world.not-on-screen');
  const mic = isAudible(state) ? 'open' : 'muted';
  const isAsking = next.kind === 'asks';
  return accept({
    ...state,
    turn: state.turn + 1,
    ended: now === undefined ? state.ended : { ...state.ended, [now.id]: mic },
    // The host lowers hands before asking, so that one that is up answers.
    hand: isAsking ? false : state.hand,
    dead: next.kind === 'fault' ? state.sources[state.way] : state.dead,
    level: null,
  });
}

function accept(state: MeetingState): Result {
  return { ok: true, state };
}

function refuse(code: MeetingRefusal): Result {
  return { ok: false, code };
}
