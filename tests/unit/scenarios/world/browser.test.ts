/** The web browser's reducer: tabs, the way back and forward, searches, data handed over to a page. */
import { describe, expect, it } from 'vitest';
import type { ActionContext } from '../../../../scenarios/world/app.ts';
import { MOST_TABS, reduceBrowser, startBrowser } from '../../../../scenarios/world/browser/browser.ts';
import { activeTab, seenPages, shownIn } from '../../../../scenarios/world/browser/shown.ts';
import type { BrowserAction, BrowserState, BrowserWorld } from '../../../../scenarios/world/browser/types.ts';

const page = (id: string): BrowserWorld['pages'][number] => ({
  id,
  address: id,
  site: 'site',
  title: id,
  look: 'plain',
  menu: [],
  blocks: [
    {
      kind: 'entry',
      id: 'b1',
      title: 'title',
      fields: [{ id: 'name', label: 'name', input: 'text' }],
      button: 'send',
      then: 'p3',
    },
  ],
});
const world: BrowserWorld = {
  engine: 'engine',
  favourites: [{ to: 'p1', text: 'p1' }],
  suggestions: [],
  pages: [page('p1'), page('p2'), page('p3')],
};

const open = (pageId: string): BrowserAction => ({
  app: 'browser',
  type: 'open',
  pageId,
  via: 'address',
  rank: 0,
});
const favourite = { app: 'browser', pageId: 'p1', via: 'favourite', rank: 0 } as const;
const plain = (type: 'home' | 'back' | 'forward' | 'new-tab'): BrowserAction => ({ app: 'browser', type });
const search = (typed: string): BrowserAction => ({ app: 'browser', type: 'search', typed });
const tab = (type: 'select-tab' | 'close-tab', tabId: string): BrowserAction => ({
  app: 'browser',
  type,
  tabId,
});

/** No other app offers anything. */
const context = (actionSeq: number): ActionContext => ({
  epoch: 1,
  actionSeq,
  desk: ['browser'],
  offers: () => ({ attachments: [], pages: [], codes: [], signals: [], texts: [] }),
});

function play(...actions: readonly BrowserAction[]): BrowserState {
  return actions.reduce((state, action, index) => {
    const next = reduceBrowser(world, state, action, context(index + 1));
    if (!next.ok) throw new Error(next.code);
    return next.state;
  }, startBrowser(world));
}

function refusal(state: BrowserState, action: BrowserAction): string | null {
  const next = reduceBrowser(world, state, action, context(99));
  return next.ok ? null : next.code;
}

const shown = (state: BrowserState): unknown => shownIn(activeTab(state));

describe('a tab', () => {
  it('opens any page by its address from any state', () => {
    expect(shown(play(open('p2')))).toEqual({ kind: 'page', pageId: 'p2' });
    expect(shown(play(search('x'), open('p3')))).toEqual({ kind: 'page', pageId: 'p3' });
    expect(refusal(startBrowser(world), open('p9'))).toBe('world.unknown-target');
  });

  it('goes back and forward through its history, and drops the pages ahead when it opens another', () => {
    const back = play(open('p1'), search('x'), open('p2'), plain('back'), plain('back'));
    expect(shown(back)).toEqual({ kind: 'page', pageId: 'p1' });
    expect(shown(play(open('p1'), open('p2'), plain('back'), plain('forward')))).toEqual({
      kind: 'page',
      pageId: 'p2',
    });
    const elsewhere = play(open('p1'), open('p2'), plain('back'), open('p3'));
    expect(refusal(elsewhere, plain('forward'))).toBe('browser.nowhere-to-go');
    expect(refusal(startBrowser(world), plain('back'))).toBe('browser.nowhere-to-go');
  });

  it('returns the same state object when it already shows the page asked for', () => {
    const state = play(open('p1'));
    const again = reduceBrowser(world, state, open('p1'), context(2));
    expect(again.ok && again.state).toBe(state);
    const start = startBrowser(world);
    const home = reduceBrowser(world, start, plain('home'), context(1));
    expect(home.ok && home.state).toBe(start);
  });

  it('adds a history entry for each search, and none for an empty one', () => {
    expect(play(search('x'), search('x')).tabs[0]?.visits).toHaveLength(3);
    expect(refusal(startBrowser(world), search('  '))).toBe('browser.nothing-to-search');
  });
});

describe('tabs', () => {
  it('open in front, each with its own history', () => {
    const state = play(open('p1'), plain('new-tab'), open('p2'));
    expect(state.tabs.map(({ id }) => id)).toEqual(['t0', 't1-2']);
    expect(shown(state)).toEqual({ kind: 'page', pageId: 'p2' });
    expect(state.tabs[0]).toEqual({
      id: 't0',
      visits: [{ kind: 'home' }, { kind: 'page', pageId: 'p1' }],
      at: 1,
    });
  });

  it('show their neighbour when closed; the last one cannot be closed', () => {
    const two = play(plain('new-tab'), tab('select-tab', 't0'), tab('close-tab', 't0'));
    expect(two.active).toBe('t1-1');
    expect(refusal(two, tab('close-tab', 't1-1'))).toBe('browser.last-tab');
    expect(refusal(two, tab('select-tab', 't0'))).toBe('world.unknown-target');
    const behind = play(plain('new-tab'), tab('close-tab', 't0'));
    expect(behind.active).toBe('t1-1');
  });

  it('are limited in number', () => {
    const full = play(...Array.from({ length: MOST_TABS - 1 }, () => plain('new-tab')));
    expect(refusal(full, plain('new-tab'))).toBe('browser.too-many-tabs');
    expect(refusal(full, { ...favourite, type: 'open-in-new-tab' })).toBe('browser.too-many-tabs');
  });
});

describe('the pages that a note may name', () => {
  const noted: BrowserWorld = { ...world, note: { to: 'nadia', title: 't', question: 'q', choices: [] } };
  const seenAfter = (...actions: readonly BrowserAction[]): readonly string[] =>
    seenPages(
      actions.reduce((state, action, index) => {
        const next = reduceBrowser(noted, state, action, context(index + 1));
        return next.ok ? next.state : state;
      }, startBrowser(noted)),
    );

  it('hold one from which the person went back and on to another', () => {
    expect(seenAfter(open('p1'), open('p2'), plain('back'), open('p3'))).toEqual(['p2', 'p1', 'p3']);
  });

  it('hold one whose tab was closed', () => {
    expect(seenAfter(open('p1'), plain('new-tab'), open('p2'), tab('close-tab', 't1-2'))).toEqual([
      'p2',
      'p1',
    ]);
  });
});

describe('data entered on a page', () => {
  const submit = (fields: readonly string[], pageId = 'p1'): BrowserAction => ({
    app: 'browser',
    type: 'submit-data',
    pageId,
    blockId: 'b1',
    fields,
  });

  it('opens the next page without storing any value', () => {
    expect(shown(play(open('p1'), submit(['name'])))).toEqual({ kind: 'page', pageId: 'p3' });
    expect(shown(play(open('p1'), submit([])))).toEqual({ kind: 'page', pageId: 'p3' });
  });

  it('is refused on another page', () => {
    expect(refusal(play(open('p2')), submit(['name']))).toBe('world.not-on-screen');
  });

  it('is refused when page, form or box does not exist', () => {
    expect(refusal(startBrowser(world), submit(['name'], 'p9'))).toBe('world.unknown-target');
    expect(refusal(startBrowser(world), submit(['card']))).toBe('world.unknown-target');
  });
});
