import type { SceneContext } from '../app.ts';
import { sampleTexts } from '../samples.ts';
import { MOST_TABS } from './browser.ts';
import { cookieActs } from './cookies.ts';
import { activeTab, otherWays, seenPages, shownPage, shownWays } from './shown.ts';
import type { BrowserAction, BrowserState, BrowserWorld, WebPage } from './types.ts';

export function browserActs(
  world: BrowserWorld,
  state: BrowserState,
  context: SceneContext,
): readonly BrowserAction[] {
  const ways = shownWays(world, state);
  const isFull = state.tabs.length >= MOST_TABS;
  const page = shownPage(world, state);
  return [
    ...[...ways, ...otherWays(world, context)].map((way): BrowserAction => ({
      app: 'browser',
      type: 'open',
      ...way,
    })),
    ...(isFull
      ? []
      : ways.map((way): BrowserAction => ({ app: 'browser', type: 'open-in-new-tab', ...way }))),
    ...sampleTexts
      .filter((typed) => typed !== '')
      .map((typed): BrowserAction => ({ app: 'browser', type: 'search', typed })),
    ...moveActs(state),
    ...tabActs(state, isFull),
    ...(page === undefined ? [] : pageActs(page)),
    ...cookieActs(world, state),
    ...noteActs(world, state),
  ];
}

function moveActs(state: BrowserState): readonly BrowserAction[] {
  const { at, visits } = activeTab(state);
  return [
    { app: 'browser', type: 'home' },
    ...(at > 0 ? ([{ app: 'browser', type: 'back' }] as const) : []),
    ...(at < visits.length - 1 ? ([{ app: 'browser', type: 'forward' }] as const) : []),
  ];
}

function tabActs({ tabs }: BrowserState, isFull: boolean): readonly BrowserAction[] {
  const types = tabs.length > 1 ? (['select-tab', 'close-tab'] as const) : (['select-tab'] as const);
  return [
    ...(isFull ? [] : ([{ app: 'browser', type: 'new-tab' }] as const)),
    ...types.flatMap((type) => tabs.map(({ id }): BrowserAction => ({ app: 'browser', type, tabId: id }))),
  ];
}

function pageActs({ id: pageId, blocks }: WebPage): readonly BrowserAction[] {
  const entries = blocks.flatMap((block) => (block.kind === 'entry' ? [block] : []));
  return [
    ...[true, false].map((found): BrowserAction => ({ app: 'browser', type: 'find-in-page', found })),
    ...entries.flatMap(({ id: blockId, fields }) =>
      [[], fields.map(({ id }) => id)].map((filled): BrowserAction => ({
        app: 'browser',
        type: 'submit-data',
        pageId,
        blockId,
        fields: filled,
      })),
    ),
  ];
}

function noteActs(world: BrowserWorld, state: BrowserState): readonly BrowserAction[] {
  if (world.note === undefined || state.note === undefined) return [];
  return [
    ...world.note.choices.map(({ id }): BrowserAction => ({
      app: 'browser',
      type: 'note-choose',
      choiceId: id,
    })),
    ...seenPages(state).map((pageId): BrowserAction => ({ app: 'browser', type: 'note-source', pageId })),
    ...(state.note.choice === null ? [] : ([{ app: 'browser', type: 'note-send' }] as const)),
  ];
}
