import type { PortalPage, PortalState, PortalWorld, Stub, StubLine } from './types.ts';

type PayPage = Extract<PortalPage, { kind: 'pay' }>;

export function findPage({ pages }: PortalWorld, pageId: string | null): PortalPage | undefined {
  return pages.find(({ id }) => id === pageId);
}

/** The pay portal, if it is the page on screen. */
export function shownPay(world: PortalWorld, { page }: PortalState): PayPage | undefined {
  const shown = findPage(world, page);
  return shown?.kind === 'pay' ? shown : undefined;
}

export function shownStub(world: PortalWorld, state: PortalState): Stub | undefined {
  const pay = state.isSignedIn ? shownPay(world, state) : undefined;
  return pay?.stubs.find(({ id }) => id === state.stub);
}

export function linesOf({ groups }: Stub): readonly StubLine[] {
  return groups.flatMap(({ lines }) => lines);
}
