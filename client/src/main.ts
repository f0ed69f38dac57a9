import { mount } from 'svelte';
import App from './App.svelte';
import { Api } from './api/api.ts';
import { Caller } from './api/caller.ts';
import { pageCode } from './api/code-loads.svelte.ts';
import { Http } from './api/http.ts';
import { LostStyles } from './api/lost-styles.ts';
import { pageTimers } from './api/timers.ts';
import { guardBack } from './state/back-guard.ts';
import { parseKept, showComfort } from './state/comfort.svelte.ts';
import { modeOf } from './state/device-watch.ts';
import { Game } from './state/game.svelte.ts';
import { openJournalStore } from './state/journal-store.ts';
import { findStorage } from './state/persisted.ts';
import { Session } from './state/session.svelte.ts';
import { findWindows } from './state/page-windows.ts';
import { parseHandover, TabMemory } from './state/tab-memory.ts';
import { findTabStorage, TypedBoxes } from './state/typed-boxes.ts';
import { ReadAloud } from './ui/read-aloud.svelte.ts';
import { pressBack } from './ui/back.ts';
import './styles/base.css';

interface Given {
  readonly code: string | null;
  readonly comfort: unknown;
}

/** The code is removed from the address at once, so that no history and no copy has it. */
function takeFragment(tab: TabMemory): Given {
  const given = new URLSearchParams(location.hash.slice(1));
  const code = given.get('code');
  const handover = code === null ? null : given.get('handover');
  const change = handover === null ? {} : { ...parseHandover(parseJson(handover)), isOwnWindow: true };
  if (location.hash !== '') tab.write(change, location.pathname + location.search);
  return { code, comfort: code === null ? null : parseJson(given.get('comfort') ?? '') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function start(target: HTMLElement): void {
  const tab = new TabMemory(history);
  const { code, comfort } = takeFragment(tab);
  const http = new Http(fetch.bind(window), pageTimers);
  const session = new Session(http, tab, pageTimers);
  const caller = new Caller(http, session, pageTimers);
  followLine(tab, http);
  if (location.pathname.startsWith('/play')) startGame(target, { tab, code, session, caller }, comfort);
  else void startStaff(target, { tab, code, session, caller });
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
  readonly code: string | null;
  readonly session: Session;
  readonly caller: Caller;
}

function startGame(target: HTMLElement, { tab, code, session, caller }: Parts, given: unknown): void {
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
    typedBoxes: new TypedBoxes(findTabStorage(window)),
    windows: findWindows(window),
    openStore: () => openJournalStore(tab, pageTimers),
    reload: () => {
      location.reload();
    },
  });
  const { comfort } = game.preferences;
  const kept = parseKept(given);
  if (kept !== null) comfort.take(kept);
  showComfort(document.documentElement, comfort.values);
  // Some browsers and some frames have no speech synthesis.
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null;
  mount(App, {
    target,
    props: { game, reader: new ReadAloud(synthesis, pageTimers, comfort) },
  });
  guardBack({
    window,
    tab,
    // From a preview, Back leads to the page of staff.
    isNeeded: () => !session.practice || session.testUser,
    onback: () => {
      if (!pressBack()) game.back();
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
  void game.start(code);
}

/** Loaded on demand: a learner's page never loads staff's code. */
async function startStaff(target: HTMLElement, { tab, code, session, caller }: Parts): Promise<void> {
  const { default: StaffApp } = await pageCode.load(() => import('./staff/StaffApp.svelte'));
  mount(StaffApp, { target, props: { session, caller, tab, code } });
}

const target = document.getElementById('app');
if (target !== null) start(target);
