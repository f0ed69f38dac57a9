import { createContext } from 'svelte';
import { askingNotice, findOpen } from '../../../../scenarios/world/home/shown.ts';
import type {
  HomeAction,
  HomeIcon,
  HomeState,
  HomeWorld,
  Notice,
  NoticeAnswer,
} from '../../../../scenarios/world/home/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

export class HomeView extends AppView {
  get homeWorld(): HomeWorld {
    return this.need('home', this.world.home);
  }

  get home(): HomeState {
    return this.need('home', this.scene.apps.home);
  }

  get open(): HomeIcon | undefined {
    return findOpen(this.homeWorld, this.home);
  }

  get asking(): ReturnType<typeof askingNotice> {
    return askingNotice(this.homeWorld, this.home);
  }

  do(action: Bare<HomeAction>, said = ''): void {
    this.perform({ app: 'home', ...action }, said);
  }

  /** Texts open at the list, not at the conversation that somebody left: its answer box looked like the right one. */
  openIcon(icon: HomeIcon): void {
    this.do({ type: 'open-icon', iconId: icon.id });
    const { active, phone } = this.scene.apps;
    const isLeftOpen =
      icon.opens === 'app' && icon.app === 'phone' && phone !== undefined && phone.open !== null;
    if (isLeftOpen && active === 'phone') this.perform({ app: 'phone', type: 'close' });
  }

  answer({ id: noticeId }: Notice, { id: answerId, after }: NoticeAnswer): void {
    this.do({ type: 'answer-notice', noticeId, answerId }, after === undefined ? '' : this.text(after));
  }
}

export const [getHomeView, setHomeView] = createContext<HomeView>();
