import type { SceneContext } from '../app.ts';
import type {
  BrowserAction,
  BrowserState,
  BrowserTab,
  BrowserWorld,
  PageLink,
  Visit,
  WebPage,
} from './types.ts';

type OpenAction = Extract<BrowserAction, { type: 'open' | 'open-in-new-tab' }>;

export type Way = Pick<OpenAction, 'pageId' | 'via' | 'rank'>;

export const home: Visit = { kind: 'home' };

export function activeTab({ tabs, active }: BrowserState): BrowserTab {
  const tab = tabs.find(({ id }) => id === active) ?? tabs[0];
  if (tab === undefined) throw new Error('a browser without tabs');
  return tab;
}

export function shownIn(tab: BrowserTab): Visit {
  return tab.visits[tab.at] ?? home;
}

export function shownPage(world: BrowserWorld, state: BrowserState): WebPage | undefined {
  const visit = shownIn(activeTab(state));
  return visit.kind === 'page' ? world.pages.find(({ id }) => id === visit.pageId) : undefined;
}

/**
 * Ways to pages by a press in the tab in front or in a new one. Words may be erased from the log, so
 * results may have any rank, paid ones first.
 */
export function shownWays(world: BrowserWorld, state: BrowserState): readonly Way[] {
  const visit = shownIn(activeTab(state));
  switch (visit.kind) {
    case 'home':
      return world.favourites.map(({ to }) => ({ pageId: to, via: 'favourite', rank: 0 }));
    case 'results':
      return resultWays(world);
    case 'page':
      return linksOf(shownPage(world, state)).map(({ to }) => ({ pageId: to, via: 'link', rank: 0 }));
  }
}

/** Ways that open only in the tab in front: a typed address, or what another app hands over. */
export function otherWays(world: BrowserWorld, { offers }: SceneContext): readonly Way[] {
  const known = (pageId: string): boolean => world.pages.some(({ id }) => id === pageId);
  return [
    ...world.pages.map(({ id }): Way => ({ pageId: id, via: 'address', rank: 0 })),
    ...offers()
      .pages.filter(known)
      .map((pageId): Way => ({ pageId, via: 'message', rank: 0 })),
    ...offers()
      .codes.filter(known)
      .map((pageId): Way => ({ pageId, via: 'code', rank: 0 })),
  ];
}

/** Pages that the note may name as its source, the latest last. */
export function seenPages({ tabs, note, left = [] }: BrowserState): readonly string[] {
  const source = note?.source ?? null;
  const shown = [...left, ...tabs.flatMap(({ visits }) => pagesOf(visits))];
  const all = source === null ? shown : [source, ...shown];
  return [...new Set(all.toReversed())].toReversed();
}

export function pagesOf(visits: readonly Visit[]): readonly string[] {
  return visits.flatMap((visit) => (visit.kind === 'page' ? [visit.pageId] : []));
}

function resultWays({ pages }: BrowserWorld): readonly Way[] {
  const found = pages.flatMap(({ id, found }) => (found ? [{ id, sponsored: found.sponsored }] : []));
  const paid = found.filter(({ sponsored }) => sponsored).length;
  return found.flatMap(({ id, sponsored }) =>
    Array.from({ length: sponsored ? paid : found.length }, (_, index): Way => ({
      pageId: id,
      via: 'result',
      rank: index + 1,
    })),
  );
}

function linksOf(page: WebPage | undefined): readonly PageLink[] {
  if (page === undefined) return [];
  const inBlocks = page.blocks.flatMap((block) => {
    if (block.kind === 'links') return block.links;
    return block.kind === 'advert' ? [block.link] : [];
  });
  return [...page.menu, ...inBlocks];
}
