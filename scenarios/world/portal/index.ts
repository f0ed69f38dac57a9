import type { WorldApp } from '../app.ts';
import { portalActs } from './acts.ts';
import { portalToFront, reducePortal, startPortal } from './portal.ts';
import type { PortalAction, PortalRefusal, PortalState, PortalWorld } from './types.ts';

export const portal: WorldApp<PortalWorld, PortalState, PortalAction, PortalRefusal> = {
  start: startPortal,
  reduce: reducePortal,
  acts: portalActs,
  front: (_part, _after, action) => portalToFront(action),
};
