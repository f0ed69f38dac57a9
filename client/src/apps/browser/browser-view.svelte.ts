import { createContext } from 'svelte';
import { MOST_TABS } from '../../../../scenarios/world/browser/browser.ts';
import { listResults } from '../../../../scenarios/world/browser/results.ts';
import { findByAddress, suggestSearches } from '../../../../scenarios/world/search.ts';
import { activeTab, seenPages, shownIn } from '../../../../scenarios/world/browser/shown.ts';
import type {
  BrowserState,
  BrowserTab,
  BrowserWorld,
  OpenedVia,
  Visit,
  WebPage,
} from '../../../../scenarios/world/browser/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { t } from './browser-texts.ts';

export const FIND_BOX = 'browser:find';

export class BrowserView extends AppView {
  preview = $state('');
  wanted = $state('');

  get browserWorld(): BrowserWorld {
    return this.need('web browser', this.world.browser);
  }

  get browser(): BrowserState {
    return this.need('web browser', this.scene.apps.browser);
  }

  get tab(): BrowserTab {
    return activeTab(this.browser);
  }

  get visit(): Visit {
    return shownIn(this.tab);
  }

  findPage(pageId: string): WebPage | undefined {
    return this.browserWorld.pages.find(({ id }) => id === pageId);
  }

  addressOf(pageId: string): string {
    const page = this.findPage(pageId);
    return page ? this.text(page.address) : '';
  }

  titleOf(visit: Visit): string {
    switch (visit.kind) {
      case 'home':
        return t('tabs.home');
      case 'results':
        return t('tabs.results', { typed: visit.typed });
      case 'page': {
        const page = this.findPage(visit.pageId);
        return page ? this.text(page.title) : '';
      }
    }
  }

  find(typed: string): readonly string[] {
    return listResults(this.browserWorld, (key) => this.text(key), typed);
  }

  suggest(typed: string): readonly string[] {
    const entries = this.browserWorld.suggestions.map(({ id, text }) => ({ id, words: this.text(text) }));
    const ids = suggestSearches(entries, typed);
    return entries.filter(({ id, words }) => ids.includes(id) && words !== typed).map(({ words }) => words);
  }

  /** The note's possible sources, latest first. */
  get seenPages(): readonly WebPage[] {
    return seenPages(this.browser)
      .toReversed()
      .flatMap((id) => this.findPage(id) ?? []);
  }

  open(pageId: string, via: OpenedVia, { rank = 0, newTab = false } = {}): void {
    if (newTab && this.isFull()) return;
    this.perform({
      app: 'browser',
      type: newTab ? 'open-in-new-tab' : 'open',
      pageId,
      via,
      rank,
    });
    this.preview = '';
  }

  /** Searches if the text is no address. */
  goTo(typed: string): void {
    const addresses = this.browserWorld.pages.map(({ id }) => ({ id, address: this.addressOf(id) }));
    const pageId = findByAddress(addresses, typed);
    if (pageId !== undefined) this.open(pageId, 'address');
    else this.search(typed);
  }

  search(typed: string): void {
    if (typed.trim() === '') this.hint(t('problem.search'));
    else this.perform({ app: 'browser', type: 'search', typed: typed.trim() });
  }

  newTab(): void {
    if (!this.isFull()) this.perform({ app: 'browser', type: 'new-tab' });
  }

  /** Announces the page, since focus stays on the button. */
  move(type: 'back' | 'forward'): void {
    this.perform({ app: 'browser', type });
    const { visit } = this;
    this.say(
      visit.kind === 'results'
        ? t('results.title', { typed: visit.typed })
        : t('said.page', { title: this.titleOf(visit) }),
    );
  }

  get canGoBack(): boolean {
    return this.tab.at > 0;
  }

  get canGoForward(): boolean {
    return this.tab.at < this.tab.visits.length - 1;
  }

  private isFull(): boolean {
    const isFull = this.browser.tabs.length >= MOST_TABS;
    if (isFull) this.hint(t('problem.tabs', { count: MOST_TABS }));
    return isFull;
  }
}

export const [getBrowserView, setBrowserView] = createContext<BrowserView>();
