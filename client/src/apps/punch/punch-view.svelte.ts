import { createContext } from 'svelte';
import { signalOf } from '../../../../scenarios/world/home/shown.ts';
import type { Signal } from '../../../../scenarios/world/home/types.ts';
import { openShelf } from '../../../../scenarios/world/punch/shown.ts';
import type { PunchAction, PunchState, PunchWorld, Shelf } from '../../../../scenarios/world/punch/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

export class PunchView extends AppView {
  get punchWorld(): PunchWorld {
    return this.need('punch', this.world.punch);
  }

  get punch(): PunchState {
    return this.need('punch', this.scene.apps.punch);
  }

  get shelf(): Shelf | undefined {
    return openShelf(this.punchWorld, this.punch);
  }

  /** Good if the scene has no phone. */
  get signal(): Signal {
    const { home } = this.scene.apps;
    return this.world.home && home ? signalOf(this.world.home, home) : 'good';
  }

  do(action: Bare<PunchAction>, said = ''): void {
    this.perform({ app: 'punch', ...action }, said);
  }

  /** Call it through `followTyping`. */
  count(shelfId: string, number: string): void {
    // After an undo another page may be open.
    if (this.punch.shelf === shelfId) this.handOver({ app: 'punch', type: 'count', shelfId, number });
  }
}

export const [getPunchView, setPunchView] = createContext<PunchView>();
