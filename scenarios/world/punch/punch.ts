import type { ActionContext } from '../app.ts';
import type { Step } from '../base.ts';
import { isReady, openShelf } from './shown.ts';
import type { PunchAction, PunchKind, PunchRefusal, PunchState, PunchWorld } from './types.ts';

export function startPunch(): PunchState {
  return {
    page: 'clock',
    shelf: null,
    punches: [],
    asking: null,
    counts: {},
    unit: null,
    tries: 0,
    received: null,
  };
}

export function reducePunch(
  world: PunchWorld,
  state: PunchState,
  action: PunchAction,
  { offers }: Pick<ActionContext, 'offers'>,
): Step<PunchState, PunchRefusal> {
  switch (action.type) {
    case 'show':
      if (state.page === action.page && state.shelf === null) return accept(state);
      return accept({ ...state, page: action.page, shelf: null, asking: null });
    case 'punch':
      return punch(state, action.kind);
    case 'punch-again':
      return punchAgain(state, action.choice);
    case 'open-shelf':
    case 'close-shelf':
    case 'count':
    case 'choose-unit':
      return reduceCount(world, state, action);
    case 'send':
      return send(world, state, offers().signals[0] ?? 'good');
  }
}

function punch(state: PunchState, kind: PunchKind): Step<PunchState, PunchRefusal> {
  if (state.page !== 'clock' || state.asking !== null) return refuse('world.not-on-screen');
  if (state.punches.includes(kind)) return accept({ ...state, asking: kind });
  return accept({ ...state, punches: [...state.punches, kind] });
}

function punchAgain(state: PunchState, choice: 'yes' | 'no'): Step<PunchState, PunchRefusal> {
  const { asking, punches } = state;
  if (asking === null) return refuse('world.not-on-screen');
  return accept({ ...state, asking: null, punches: choice === 'yes' ? [...punches, asking] : punches });
}

type CountAction = Extract<PunchAction, { type: 'open-shelf' | 'close-shelf' | 'count' | 'choose-unit' }>;

function reduceCount(
  world: PunchWorld,
  state: PunchState,
  action: CountAction,
): Step<PunchState, PunchRefusal> {
  if (state.page !== 'count') return refuse('world.not-on-screen');
  switch (action.type) {
    case 'open-shelf':
      if (!world.shelves.some(({ id }) => id === action.shelfId)) return refuse('world.unknown-target');
      if (state.shelf !== null) return refuse('world.not-on-screen');
      return accept({ ...state, shelf: action.shelfId });
    case 'close-shelf':
      return state.shelf === null ? refuse('world.not-on-screen') : accept({ ...state, shelf: null });
    case 'count':
      return count(world, state, action);
    case 'choose-unit':
      if (!world.units.some(({ id }) => id === action.unitId)) return refuse('world.unknown-target');
      if (state.shelf !== null) return refuse('world.not-on-screen');
      return accept(state.unit === action.unitId ? state : { ...state, unit: action.unitId });
  }
}

/** An empty number takes the count away. */
function count(
  world: PunchWorld,
  state: PunchState,
  { shelfId, number }: Extract<CountAction, { type: 'count' }>,
): Step<PunchState, PunchRefusal> {
  if (openShelf(world, state)?.id !== shelfId) return refuse('world.not-on-screen');
  if (!/^(|0|[1-9]\d{0,2})$/.test(number)) return refuse('punch.not-a-count');
  if ((state.counts[shelfId] ?? '') === number) return accept(state);
  const others = Object.fromEntries(Object.entries(state.counts).filter(([id]) => id !== shelfId));
  return accept({ ...state, counts: number === '' ? others : { ...others, [shelfId]: number } });
}

function send(
  { weakTries }: PunchWorld,
  state: PunchState,
  signal: 'none' | 'weak' | 'good',
): Step<PunchState, PunchRefusal> {
  const { counts, unit, tries } = state;
  if (state.page !== 'count' || state.shelf !== null) return refuse('world.not-on-screen');
  if (unit === null || !isReady(state)) return refuse('punch.not-ready');
  const passes = signal === 'good' || (signal === 'weak' && tries >= weakTries);
  if (passes) return accept({ ...state, tries: 0, received: { counts, unit } });
  return accept({ ...state, tries: tries + 1 });
}

function accept(state: PunchState): Step<PunchState, PunchRefusal> {
  return { ok: true, state };
}

function refuse(code: PunchRefusal): Step<PunchState, PunchRefusal> {
  return { ok: false, code };
}
