/** A page of the game over a play server, without a browser's network, history or database. */
import { Api } from '../../../client/src/api/api.ts';
import { Caller } from '../../../client/src/api/caller.ts';
import { Http } from '../../../client/src/api/http.ts';
import { loadApps } from '../../../client/src/apps/find-app.ts';
import { Game } from '../../../client/src/state/game.svelte.ts';
import type { PageCrypto } from '../../../client/src/state/journal-seal.ts';
import { type JournalStore, TabStore } from '../../../client/src/state/journal-store.ts';
import { LastWriter } from '../../../client/src/state/last-writer.ts';
import type { Windows } from '../../../client/src/state/own-window.svelte.ts';
import { Session } from '../../../client/src/state/session.svelte.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { TabTexts } from '../../../client/src/state/tab-texts.ts';
import { TypedBoxes, type TabStorage } from '../../../client/src/state/typed-boxes.ts';
import { HandTimers, settle } from './hand-timers.ts';

/** A tab's history entry: what survives a reload. */
export class TabHistory {
  state: unknown = null;
  replaceState(state: unknown): void {
    this.state = state;
  }
  pushState(state: unknown): void {
    this.state = state;
  }
}

export interface TestPage {
  readonly game: Game;
  readonly api: Api;
  readonly timers: HandTimers;
  readonly tab: TabMemory;
  readonly store: JournalStore;
  readonly reloads: { count: number };
}

let writers = 0;

const noFrame: Windows = {
  isFramed: false,
  open: () => null,
  tellOpener: () => undefined,
  listen: () => undefined,
};

/** What responds to the page's requests. */
interface PageServer {
  readonly fetch: typeof fetch;
  /** Absent: they are there at once. */
  readonly loadApps?: typeof loadApps;
  /** Whether its learner holds a phone. */
  readonly onPhone?: boolean;
}

const isOnPhone = ({ onPhone = false }: PageServer): boolean => onPhone;

/** Loads the page: with a history that was used before it is a reload. */
export function createPage(
  server: PageServer,
  history: TabHistory = new TabHistory(),
  crypto: PageCrypto = globalThis.crypto,
  windows: Windows = noFrame,
  tabStorage: TabStorage | null = null,
): TestPage {
  const timers = new HandTimers();
  const tab = new TabMemory(history);
  const http = new Http(server.fetch, timers);
  const session = new Session(http, tab, timers);
  const reloads = { count: 0 };
  const store = new TabStore(tab);
  const caller = new Caller(http, session, timers);
  const api = new Api(caller);
  const game = new Game({
    session,
    caller,
    tab,
    timers,
    crypto,
    api,
    newWriter: () => {
      writers += 1;
      return `page-${String(writers)}`;
    },
    storage: null,
    typedBoxes: new TypedBoxes(tabStorage ?? new TabTexts(tab, timers)),
    lastWriter: new LastWriter(tabStorage),
    windows,
    isPhone: () => isOnPhone(server),
    loadApps: server.loadApps ?? loadApps,
    openStore: () => Promise.resolve(store),
    reload: () => {
      reloads.count += 1;
    },
  });
  return { game, api, timers, tab, store, reloads };
}

/** Starts a new attempt and goes to its scene. */
export async function playFromStart(
  server: PageServer,
  history?: TabHistory,
  windows?: Windows,
  tabStorage?: TabStorage | null,
): Promise<TestPage> {
  const page = createPage(server, history, globalThis.crypto, windows, tabStorage);
  await page.game.start('the-code-of-a-launch-1234');
  await page.game.acceptNotice();
  await page.game.next();
  page.game.play();
  await settle();
  return page;
}
