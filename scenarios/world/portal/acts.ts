import type { SceneContext } from '../app.ts';
import { findPage, linesOf, shownPay, shownStub } from './shown.ts';
import type { PortalAction, PortalState, PortalVia, PortalWorld } from './types.ts';

export function portalActs(
  world: PortalWorld,
  state: PortalState,
  { offers }: Pick<SceneContext, 'offers'>,
): readonly PortalAction[] {
  const handedOver = offers().pages.filter((pageId) => findPage(world, pageId) !== undefined);
  return [
    ...openings(
      world.pages.map(({ id }) => id),
      'address',
    ),
    ...openings(handedOver, 'message'),
    ...(state.page === null
      ? openings(world.favourites, 'favourite')
      : ([{ app: 'portal', type: 'favourites' }] as const)),
    ...payActs(world, state),
    ...askActs(world, state),
  ];
}

function openings(pages: readonly string[], via: PortalVia): readonly PortalAction[] {
  return pages.map((pageId) => ({ app: 'portal', type: 'open', pageId, via }));
}

function payActs(world: PortalWorld, state: PortalState): readonly PortalAction[] {
  const pay = shownPay(world, state);
  if (pay === undefined) return [];
  if (!state.isSignedIn) return [{ app: 'portal', type: 'sign-in' }];
  const stub = shownStub(world, state);
  if (stub === undefined) {
    return pay.stubs.map(({ id: stubId }) => ({ app: 'portal', type: 'open-stub', stubId }));
  }
  return [
    { app: 'portal', type: 'close-stub' },
    ...linesOf(stub).flatMap(({ id: lineId }) =>
      world.marks.map(({ id: markId }): PortalAction => ({
        app: 'portal',
        type: state.marks[markId] === lineId ? 'unmark' : 'mark',
        lineId,
        markId,
      })),
    ),
  ];
}

function askActs(world: PortalWorld, { page, given }: PortalState): readonly PortalAction[] {
  const shown = findPage(world, page);
  if (shown?.kind !== 'plain' || shown.asks === undefined || given.includes(shown.id)) return [];
  return [{ app: 'portal', type: 'give', pageId: shown.id }];
}
