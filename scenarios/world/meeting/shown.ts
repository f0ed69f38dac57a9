import type { MeetingState, MeetingWorld, Source, Turn, Utterance } from './types.ts';

/** Captions so far, oldest first. */
export function shownTurns({ turns }: MeetingWorld, { turn }: MeetingState): readonly Turn[] {
  return turns.slice(0, turn + 1);
}

export function shownSources({ sources }: MeetingWorld, { way }: MeetingState): readonly Source[] {
  return sources.filter((source) => source.way === way);
}

export function hasNext({ turns }: MeetingWorld, { stage, turn }: MeetingState): boolean {
  return stage === 'waiting' || (stage === 'call' && turn < turns.length - 1);
}

/** Everybody was asked, now or before. */
export function isAsked({ turns }: MeetingWorld, turn: number): boolean {
  return turns.slice(0, turn + 1).some(({ kind }) => kind === 'asks');
}

/** The source that was in use has stopped, now or before. */
export function isAfterFault({ turns }: MeetingWorld, turn: number): boolean {
  return turns.slice(0, turn + 1).some(({ kind }) => kind === 'fault');
}

/** The source in use carries what the person sends. */
export function carries({ dead, sources, way }: MeetingState): boolean {
  return dead === null || sources[way] !== dead;
}

/** The others hear what the microphone picks up: in writing the fault is not of the microphone. */
export function isAudible(state: MeetingState): boolean {
  return state.stage === 'call' && state.mic && (state.way === 'writing' || carries(state));
}

/** Said aloud or written, and received after the fault. */
export function isAnswered(world: MeetingWorld, { turn, received }: Utterance): boolean {
  return received && isAfterFault(world, turn);
}
