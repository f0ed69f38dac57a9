/** A page opens only by a way that the screen offers (shown.ts). */
import type { ActionContext } from '../app.ts';
import type { ActionRef, Step } from '../base.ts';
import { reduceCookies } from './cookies.ts';
import { reduceNote, startNote } from './note.ts';
import { activeTab, home, otherWays, pagesOf, shownIn, shownPage, shownWays } from './shown.ts';
import type {
  BrowserAction,
  BrowserRefusal,
  BrowserState,
  BrowserTab,
  BrowserWorld,
  EntryBlock,
  Visit,
} from './types.ts';

/** More would not fit a tab bar that people can read. */
export const MOST_TABS = 6;

export function startBrowser(world: BrowserWorld): BrowserState {
  return {
    tabs: [{ id: 't0', visits: [home], at: 0 }],
    active: 't0',
    ...(world.note && { note: startNote }),
  };
}

export function reduceBrowser(
  world: BrowserWorld,
  state: BrowserState,
  action: BrowserAction,
  context: ActionContext,
): Step<BrowserState, BrowserRefusal> {
  switch (action.type) {
    case 'open':
    case 'open-in-new-tab':
      return open(world, state, action, context);
    case 'search':
      return search(state, action.typed);
    case 'home':
      return accept(go(state, home));
    case 'back':
      return move(state, -1);
    case 'forward':
      return move(state, 1);
    case 'new-tab':
      return addTab(state, home, context);
    case 'select-tab':
      return selectTab(state, action.tabId);
    case 'close-tab':
      return closeTab(state, action.tabId);
    case 'find-in-page':
      return shownPage(world, state) === undefined ? notOnScreen : accept(state);
    case 'submit-data':
      return submitData(world, state, action);
    case 'accept-cookies':
    case 'refuse-cookies':
    case 'choose-cookies':
    case 'review-cookies':
      return reduceCookies(world, state, action);
    case 'note-choose':
    case 'note-source':
    case 'note-send':
      return reduceNote(world, state, action);
  }
}

function findEntry(world: BrowserWorld, pageId: string, blockId: string): EntryBlock | undefined {
  const page = world.pages.find(({ id }) => id === pageId);
  return page?.blocks.find((block): block is EntryBlock => block.kind === 'entry' && block.id === blockId);
}

function open(
  world: BrowserWorld,
  state: BrowserState,
  action: Extract<BrowserAction, { type: 'open' | 'open-in-new-tab' }>,
  context: ActionContext,
): Step<BrowserState, BrowserRefusal> {
  const { pageId, via, rank } = action;
  if (!world.pages.some(({ id }) => id === pageId)) return unknownTarget;
  const isNew = action.type === 'open-in-new-tab';
  const ways = [...shownWays(world, state), ...(isNew ? [] : otherWays(world, context))];
  if (!ways.some((way) => way.pageId === pageId && way.via === via && way.rank === rank)) return notOnScreen;
  const visit: Visit = { kind: 'page', pageId };
  return isNew ? addTab(state, visit, context) : accept(go(state, visit));
}

const notOnScreen = { ok: false, code: 'world.not-on-screen' } as const;
const unknownTarget = { ok: false, code: 'world.unknown-target' } as const;

function pageVisit(pageId: string): Visit {
  return { kind: 'page', pageId };
}

/** Drops the forward history, as browsers do. */
function go(state: BrowserState, visit: Visit): BrowserState {
  const tab = activeTab(state);
  const shown = shownIn(tab);
  const isShown =
    (visit.kind === 'home' && shown.kind === 'home') ||
    (visit.kind === 'page' && shown.kind === 'page' && shown.pageId === visit.pageId);
  if (isShown) return state;
  const visits = [...tab.visits.slice(0, tab.at + 1), visit];
  const dropped = tab.visits.slice(tab.at + 1);
  return withTab(remember(state, dropped), { ...tab, visits, at: visits.length - 1 });
}

/** Always a new state, so that undo works the same after the words are erased from the log. */
function search(state: BrowserState, typed: string): Step<BrowserState, BrowserRefusal> {
  if (typed.trim() === '') return { ok: false, code: 'browser.nothing-to-search' };
  return accept(go(state, { kind: 'results', typed }));
}

function move(state: BrowserState, by: 1 | -1): Step<BrowserState, BrowserRefusal> {
  const tab = activeTab(state);
  const at = tab.at + by;
  if (at < 0 || at >= tab.visits.length) return { ok: false, code: 'browser.nowhere-to-go' };
  return accept(withTab(state, { ...tab, at }));
}

function addTab(state: BrowserState, visit: Visit, ref: ActionRef): Step<BrowserState, BrowserRefusal> {
  if (state.tabs.length >= MOST_TABS) return { ok: false, code: 'browser.too-many-tabs' };
  const tab: BrowserTab = { id: `t${ref.epoch}-${ref.actionSeq}`, visits: [visit], at: 0 };
  return accept({ ...state, tabs: [...state.tabs, tab], active: tab.id });
}

function selectTab(state: BrowserState, tabId: string): Step<BrowserState, BrowserRefusal> {
  if (!state.tabs.some(({ id }) => id === tabId)) return unknownTarget;
  return accept(state.active === tabId ? state : { ...state, active: tabId });
}

/** The neighbour of a closed tab comes to the front. */
function closeTab(state: BrowserState, tabId: string): Step<BrowserState, BrowserRefusal> {
  const index = state.tabs.findIndex(({ id }) => id === tabId);
  const closed = state.tabs[index];
  if (closed === undefined) return unknownTarget;
  if (state.tabs.length === 1) return { ok: false, code: 'browser.last-tab' };
  const tabs = state.tabs.filter(({ id }) => id !== tabId);
  const neighbour = tabs[Math.min(index, tabs.length - 1)]?.id ?? state.active;
  const active = state.active === tabId ? neighbour : state.active;
  return accept({ ...remember(state, closed.visits), tabs, active });
}

function submitData(
  world: BrowserWorld,
  state: BrowserState,
  action: Extract<BrowserAction, { type: 'submit-data' }>,
): Step<BrowserState, BrowserRefusal> {
  const entry = findEntry(world, action.pageId, action.blockId);
  const known = entry?.fields.map(({ id }) => id) ?? [];
  if (entry === undefined || !action.fields.every((id) => known.includes(id))) return unknownTarget;
  if (shownPage(world, state)?.id !== action.pageId) return notOnScreen;
  return accept(go(state, pageVisit(entry.then)));
}

/** The person may name a page after leaving it. */
function remember(state: BrowserState, visits: readonly Visit[]): BrowserState {
  const pages = pagesOf(visits);
  if (state.note === undefined || pages.length === 0) return state;
  return { ...state, left: [...new Set([...(state.left ?? []), ...pages])] };
}

function withTab(state: BrowserState, tab: BrowserTab): BrowserState {
  return { ...state, tabs: state.tabs.map((each) => (each.id === tab.id ? tab : each)) };
}

function accept(state: BrowserState): Step<BrowserState, BrowserRefusal> {
  return { ok: true, state };
}
