import type { SceneContext } from '../app.ts';
import type { Step, WorldRefusal } from '../base.ts';
import { findPage, linesOf, shownPay, shownStub } from './shown.ts';
import type { PortalAction, PortalState, PortalWorld } from './types.ts';

export function startPortal(): PortalState {
  return { page: null, isSignedIn: false, stub: null, marks: {}, given: [] };
}

export function reducePortal(
  world: PortalWorld,
  state: PortalState,
  action: PortalAction,
  beside: Pick<SceneContext, 'offers'>,
): Step<PortalState> {
  switch (action.type) {
    case 'open':
      return open(world, state, action, beside);
    case 'favourites':
      return state.page === null
        ? refuse('world.not-on-screen')
        : accept({ ...state, page: null, stub: null });
    case 'sign-in':
      if (state.isSignedIn || !shownPay(world, state)) return refuse('world.not-on-screen');
      return accept({ ...state, isSignedIn: true });
    case 'open-stub':
      return openStub(world, state, action.stubId);
    case 'close-stub':
      return state.stub === null ? refuse('world.not-on-screen') : accept({ ...state, stub: null });
    case 'mark':
    case 'unmark':
      return mark(world, state, action);
    case 'give':
      return give(world, state, action.pageId);
  }
}

/** A link of a message opens its page in front of the message. */
export function portalToFront(action: PortalAction): string | undefined {
  return action.type === 'open' && action.via === 'message' ? 'portal' : undefined;
}

function open(
  world: PortalWorld,
  state: PortalState,
  { pageId, via }: Extract<PortalAction, { type: 'open' }>,
  { offers }: Pick<SceneContext, 'offers'>,
): Step<PortalState> {
  if (findPage(world, pageId) === undefined) return refuse('world.unknown-target');
  const isShown = {
    favourite: () => state.page === null && world.favourites.includes(pageId),
    address: () => true,
    message: () => offers().pages.includes(pageId),
  }[via]();
  if (!isShown) return refuse('world.not-on-screen');
  if (state.page === pageId && state.stub === null) return accept(state);
  return accept({ ...state, page: pageId, stub: null });
}

function openStub(world: PortalWorld, state: PortalState, stubId: string): Step<PortalState> {
  const isKnown = world.pages.some(
    (page) => page.kind === 'pay' && page.stubs.some(({ id }) => id === stubId),
  );
  if (!isKnown) return refuse('world.unknown-target');
  const isListed = state.isSignedIn && shownPay(world, state)?.stubs.some(({ id }) => id === stubId);
  if (isListed !== true || state.stub !== null) return refuse('world.not-on-screen');
  return accept({ ...state, stub: stubId });
}

function mark(
  world: PortalWorld,
  state: PortalState,
  { type, lineId, markId }: Extract<PortalAction, { type: 'mark' | 'unmark' }>,
): Step<PortalState> {
  const stub = shownStub(world, state);
  if (!world.marks.some(({ id }) => id === markId)) return refuse('world.unknown-target');
  if (stub === undefined || !linesOf(stub).some(({ id }) => id === lineId)) {
    return refuse('world.not-on-screen');
  }
  const isMarked = state.marks[markId] === lineId;
  if (isMarked === (type === 'mark')) return refuse('world.not-on-screen');
  const others = Object.fromEntries(Object.entries(state.marks).filter(([id]) => id !== markId));
  return accept({ ...state, marks: type === 'mark' ? { ...others, [markId]: lineId } : others });
}

function give(world: PortalWorld, state: PortalState, pageId: string): Step<PortalState> {
  const page = findPage(world, pageId);
  if (page?.kind !== 'plain' || page.asks === undefined) return refuse('world.unknown-target');
  if (state.page !== pageId || state.given.includes(pageId)) return refuse('world.not-on-screen');
  return accept({ ...state, given: [...state.given, pageId] });
}

function accept(state: PortalState): Step<PortalState> {
  return { ok: true, state };
}

function refuse(code: WorldRefusal): Step<PortalState> {
  return { ok: false, code };
}
