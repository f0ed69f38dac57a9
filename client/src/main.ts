import { mount } from 'svelte';
import App from './App.svelte';
import { Api } from './api/api.ts';
import { Caller } from './api/caller.ts';
import { pageCode } from './api/code-loads.svelte.ts';
import { Http } from './api/http.ts';
import { LostStyles } from './api/lost-styles.ts';
import { pageTimers } from './api/timers.ts';
import { type Arrival, languageOfBrowser, readFragment, rememberArrival } from './state/arrival.ts';
import { chooseFont } from './page/choose-font.ts';
import { guardBack } from './state/back-guard.ts';
import { comfortOfTab } from './state/comfort.svelte.ts';
import { modeOf } from './state/device-watch.ts';
import { locale } from './i18n/i18n.svelte.ts';
import { Game } from './state/game.svelte.ts';
import { openJournalStore } from './state/journal-store.ts';
import { LastWriter } from './state/last-writer.ts';
import { isPhone } from './state/next-scene.ts';
import { findStorage } from './state/persisted.ts';
import { Session } from './state/session.svelte.ts';
import { findWindows } from './state/page-windows.ts';
import { PersonCookie } from './state/person-cookie.ts';
import { TabMemory } from './state/tab-memory.ts';
import { TabPerson } from './state/tab-person.ts';
import { TabTexts } from './state/tab-texts.ts';
import { findTabStorage, TypedBoxes } from './state/typed-boxes.ts';
import { ReadAloud } from './ui/read-aloud.svelte.ts';
import { pressBack } from './ui/back.ts';
import './styles/base.css';

/** The code is removed from the address at once, so that no history and no copy has it. */
function takeFragment(tab: TabMemory): Arrival {
  const arrival = readFragment(location.hash);
  if (location.hash !== '') {
    tab.write(rememberArrival(arrival, tab.read()), location.pathname + location.search);
  }
  return arrival;
}

function start(target: HTMLElement): void {
  const tab = new TabMemory(history);
  const arrival = takeFragment(tab);
  locale.current = languageOfBrowser(navigator.languages);
  const http = new Http(fetch.bind(window), pageTimers);
  const person = new TabPerson(findTabStorage(window) ?? new PersonCookie(document));
  const session = new Session(http, tab, pageTimers, person);
  const caller = new Caller(http, session, pageTimers);
  followLine(tab, http);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && session.isSomebodyElses) location.reload();
  });
  const font = chooseFont(document, performance, pageTimers, import.meta.url);
  if (location.pathname.startsWith('/play')) startGame(target, { tab, arrival, session, caller, font });
  else void startStaff(target, { tab, arrival, session, caller, font });
}

function followLine(tab: TabMemory, http: Http): void {
  const styles = new LostStyles();
  styles.watch(document);
  pageCode.connect({
    loadLostStyles: () => styles.load(),
    reaches: () => http.reaches(),
    onstuck: () => {
      // Else a page that still fails reloads forever.
      if (tab.read().reloaded) return;
      tab.write({ reloaded: true });
      location.reload();
    },
  });
  window.addEventListener('online', () => {
    pageCode.wake();
  });
}

interface Parts {
  readonly tab: TabMemory;
  readonly arrival: Arrival;
  readonly session: Session;
  readonly caller: Caller;
  /** Nothing is shown before. */
  readonly font: Promise<void>;
}

function startGame(target: HTMLElement, { tab, arrival, session, caller, font }: Parts): void {
  const game = new Game({
    session,
    caller,
    tab,
    crypto,
    timers: pageTimers,
    api: new Api(caller),
    newWriter: () =>
      [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join(''),
    storage: findStorage(window),
    typedBoxes: new TypedBoxes(findTabStorage(window) ?? new TabTexts(tab, pageTimers)),
    lastWriter: new LastWriter(findTabStorage(window)),
    windows: findWindows(window),
    isPhone: () => isPhone(window),
    loadApps: async (world) => (await pageCode.load(() => import('./apps/find-app.ts'))).loadApps(world),
    openStore: () => openJournalStore(tab, pageTimers),
    reload: () => {
      location.reload();
    },
  });
  const { comfort } = game.preferences;
  if (arrival.comfort !== null) comfort.take(arrival.comfort);
  // Some browsers and some frames have no speech synthesis.
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null;
  void font.then(() => {
    if (!arrival.isNew) firstWords?.remove();
    mount(App, {
      target,
      props: { game, firstWords, reader: new ReadAloud(synthesis, pageTimers, comfort) },
    });
  });
  guardBack({
    window,
    tab,
    // From a preview, Back leads to the page of staff.
    isNeeded: () => !session.practice || session.testUser,
    onback: () => {
      if (!pressBack()) game.back();
      return 'stays';
    },
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) game.presence.hidden();
    else {
      game.presence.shown();
      game.preferences.online();
    }
  });
  // Apps have later listeners for this event: a microtask waits for what they send.
  window.addEventListener('pagehide', () => {
    queueMicrotask(() => {
      game.presence.leaving();
      game.ownWindow.leaving();
    });
  });
  for (const type of ['pointerdown', 'keydown'] as const) {
    window.addEventListener(
      type,
      (event) => {
        const scene = game.screen === 'scene' ? game.attempt?.play?.sceneId : undefined;
        const mode = modeOf(event);
        if (scene !== undefined && mode !== null) game.preferences.device.pressed(scene, mode);
      },
      { capture: true, passive: true },
    );
  }
  window.addEventListener('online', () => {
    game.presence.online();
    game.preferences.online();
  });
  void game.start(arrival.code);
}

/** Loaded on demand: a learner's page never loads staff's code. */
async function startStaff(
  target: HTMLElement,
  { tab, arrival, session, caller, font }: Parts,
): Promise<void> {
  const comfort = comfortOfTab(tab);
  if (arrival.comfort !== null) comfort.take(arrival.comfort);
  const { default: StaffApp } = await pageCode.load(() => import('./staff/StaffApp.svelte'));
  await font;
  firstWords?.remove();
  mount(StaffApp, { target, props: { session, caller, tab, code: arrival.code } });
}

const firstWords = document.getElementById('first-words');
const target = document.getElementById('app');
if (target !== null) start(target);
