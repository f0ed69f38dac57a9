import { findById, type SimulatedApp } from '../../kit/app.ts';
import { linesOf } from '../../world/portal/shown.ts';
import type { Stub } from '../../world/portal/types.ts';
import type { World } from '../../world/types.ts';
import { portalChecks } from './check.ts';
import { portalFacts } from './facts.ts';
import { portalAction, portalWorld } from './schema.ts';
import { portalStarter } from './starter.ts';

export const portal = {
  schema: { world: portalWorld, action: portalAction },
  checks: portalChecks,
  facts: portalFacts,
  looks: ['open', 'favourites', 'open-stub', 'close-stub'],
  isTyped: (action) => action.type === 'open' && action.via === 'address',
  wording: { open: ({ via }) => via },
  names: {
    pageId: { as: 'page', of: ({ portal }, id) => findById(portal?.pages, id)?.title },
    stubId: { as: 'stub', of: (world, id) => findById(stubsIn(world), id)?.title },
    lineId: { as: 'line', of: (world, id) => findById(stubsIn(world).flatMap(linesOf), id)?.label },
    markId: { as: 'mark', of: ({ portal }, id) => findById(portal?.marks, id)?.label },
  },
  starter: portalStarter,
} as const satisfies SimulatedApp<'portal'>;

function stubsIn({ portal }: World): readonly Stub[] {
  return (portal?.pages ?? []).flatMap((page) => (page.kind === 'pay' ? page.stubs : []));
}
