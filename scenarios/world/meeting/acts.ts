import { isBlank, phraseActs } from '../phrases.ts';
import { sampleTexts } from '../samples.ts';
import { hasNext, shownSources } from './shown.ts';
import type { MeetingAction, MeetingState, MeetingWorld } from './types.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;
type Act = Bare<MeetingAction>;

export function meetingActs(world: MeetingWorld, state: MeetingState): readonly MeetingAction[] {
  return actsAt(world, state).map((act): MeetingAction => ({ app: 'meeting', ...act }));
}

function actsAt(world: MeetingWorld, state: MeetingState): readonly Act[] {
  switch (state.stage) {
    case 'list':
      return world.meetings
        .filter(({ opens }) => opens)
        .map(({ id }): Act => ({ type: 'open', meetingId: id }));
    case 'lobby':
      return [
        { type: 'close' },
        { type: 'choose-way', way: state.way === 'voice' ? 'writing' : 'voice' },
        ...deviceActs(state),
        { type: 'join' },
      ];
    case 'waiting':
      return [{ type: 'next' }];
    case 'call':
      return [...callActs(world, state), ...panelActs(world, state), ...writingActs(world, state)];
  }
}

function deviceActs({ mic, camera }: MeetingState): readonly Act[] {
  return [
    { type: 'mic', on: !mic },
    { type: 'camera', on: !camera },
  ];
}

function callActs(world: MeetingWorld, state: MeetingState): readonly Act[] {
  return [
    ...deviceActs(state),
    { type: 'hand', on: !state.hand },
    ...(['sound', 'share'] as const).map((panel): Act => ({ type: 'open-panel', panel })),
    ...(state.sharing === null ? [] : ([{ type: 'stop-share' }] as const)),
    ...(hasNext(world, state) ? ([{ type: 'next' }] as const) : []),
    { type: 'leave' },
  ];
}

function panelActs(world: MeetingWorld, state: MeetingState): readonly Act[] {
  if (state.panel === null) return [];
  if (state.panel === 'share') {
    return [
      { type: 'close-panel' },
      ...world.windows.map(({ id: windowId }): Act => ({ type: 'pick', windowId })),
      ...(state.picked === null ? [] : ([{ type: 'share' }] as const)),
    ];
  }
  return [
    { type: 'close-panel' },
    ...shownSources(world, state)
      .filter(({ id }) => id !== state.sources[state.way])
      .map(({ id: sourceId }): Act => ({ type: 'choose-source', sourceId })),
    ...(state.way === 'voice' ? ([{ type: 'test' }] as const) : []),
  ];
}

function writingActs({ phraseGroups }: MeetingWorld, { draft, way }: MeetingState): readonly Act[] {
  return [
    ...phraseActs(phraseGroups, draft.phrases),
    ...sampleTexts.map((typed): Act => ({ type: 'write', typed })),
    ...(isBlank(draft) ? [] : ([{ type: 'send' }] as const)),
    ...(isBlank(draft) || way === 'writing' ? [] : ([{ type: 'say' }] as const)),
  ];
}
