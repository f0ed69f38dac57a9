import { createContext } from 'svelte';
import { findPage, shownStub } from '../../../../scenarios/world/portal/shown.ts';
import type {
  PortalAction,
  PortalPage,
  PortalState,
  PortalWorld,
  Stub,
} from '../../../../scenarios/world/portal/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

export class PortalView extends AppView {
  get portalWorld(): PortalWorld {
    return this.need('portal', this.world.portal);
  }

  get portal(): PortalState {
    return this.need('portal', this.scene.apps.portal);
  }

  get page(): PortalPage | undefined {
    return findPage(this.portalWorld, this.portal.page);
  }

  get stub(): Stub | undefined {
    return shownStub(this.portalWorld, this.portal);
  }

  do(action: Bare<PortalAction>, said = ''): void {
    this.perform({ app: 'portal', ...action }, said);
  }

  /** @returns whether a page has the address, with or without `https://` and `www.` */
  goTo(typed: string): boolean {
    const page = this.portalWorld.pages.find(({ address }) => plainAddress(address) === plainAddress(typed));
    if (page === undefined) return false;
    this.do({ type: 'open', pageId: page.id, via: 'address' });
    return true;
  }
}

function plainAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
}

export const [getPortalView, setPortalView] = createContext<PortalView>();
