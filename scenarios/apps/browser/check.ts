import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import type { TextKey } from '../../world/base.ts';
import { listResults } from '../../world/browser/results.ts';
import { activeTab, shownIn } from '../../world/browser/shown.ts';
import type { BrowserWorld, EntryBlock, PageBlock, PageLink, WebPage } from '../../world/browser/types.ts';
import type { AppChecks } from '../../kit/app.ts';

export const browserChecks: AppChecks = {
  isIn: ({ browser }) => browser !== undefined,
  check: ({ browser }, report) => {
    if (browser) checkBrowser(browser, report);
  },
  textKeys: ({ browser }) =>
    browser
      ? [
          browser.engine,
          ...browser.favourites.map(({ text }) => text),
          ...browser.suggestions.map(({ text }) => text),
          ...browser.pages.flatMap(keysOfPage),
          ...(browser.note
            ? [browser.note.title, browser.note.question, ...browser.note.choices.map(({ text }) => text)]
            : []),
        ]
      : [],
  places: ['address', 'back', 'cookies', 'note', 'results', 'search'],
  choices: ({ browser }) => [
    browser?.note?.choices.map(({ text }) => text) ?? [],
    ...(browser?.pages ?? []).map(({ cookies }) => cookies?.purposes.map(({ label }) => label) ?? []),
  ],
  kinds: ['page'],
  targets: ({ browser }, kind) => (kind === 'page' ? (browser?.pages.map(({ id }) => id) ?? []) : []),
  foundAt: ({ world, state, textOf }, action) => {
    const { browser } = state.apps;
    if (world.browser === undefined || browser === undefined) return undefined;
    if (action.app !== 'browser' || !('via' in action) || action.via !== 'result') return undefined;
    const visit = shownIn(activeTab(browser));
    if (visit.kind !== 'results') return undefined;
    const { pageId, rank } = action;
    const shown = listResults(world.browser, textOf, visit.typed).indexOf(pageId) + 1;
    return { typed: visit.typed, id: pageId, rank, shown };
  },
};

function keysOfPage(page: WebPage): readonly TextKey[] {
  return [
    ...[page.address, page.site, page.title],
    ...page.menu.map(({ text }) => text),
    ...page.blocks.flatMap(keysOfBlock),
    ...(page.updated === undefined ? [] : [page.updated]),
    ...(page.cookies === undefined
      ? []
      : [page.cookies.text, page.cookies.needed, ...page.cookies.purposes.map(({ label }) => label)]),
    ...(page.found === undefined ? [] : [page.found.words, page.found.snippet]),
  ];
}

function keysOfBlock(block: PageBlock): readonly TextKey[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'notice':
    case 'image':
      return [block.text];
    case 'list':
      return block.items;
    case 'links':
      return block.links.map(({ text }) => text);
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()];
    case 'advert':
      return [block.text, block.link.text];
    case 'post':
      return [block.author, block.date, block.text];
    case 'entry':
      return [block.title, ...block.fields.map(({ label }) => label), block.button];
  }
}

function checkBrowser(browser: BrowserWorld, report: Report): void {
  const pages = browser.pages.map(({ id }) => id);
  expectUnique(pages, ['browser', 'pages'], report);
  expectUnique(
    browser.suggestions.map(({ id }) => id),
    ['browser', 'suggestions'],
    report,
  );
  expectUnique(browser.note?.choices.map(({ id }) => id) ?? [], ['browser', 'note'], report);
  expectKnown(targetsOf(browser.favourites), pages, 'page', ['browser', 'favourites'], report);
  browser.pages.forEach((page, index) => {
    const path = ['browser', 'pages', index];
    expectKnown(targetsOf(page.menu), pages, 'page', [...path, 'menu'], report);
    expectKnown(page.blocks.flatMap(targetsOfBlock), pages, 'page', [...path, 'blocks'], report);
    expectUnique(page.cookies?.purposes.map(({ id }) => id) ?? [], [...path, 'cookies'], report);
    const entries = page.blocks.filter((block): block is EntryBlock => block.kind === 'entry');
    expectUnique(
      entries.map(({ id }) => id),
      [...path, 'blocks'],
      report,
    );
    for (const { fields } of entries) {
      expectUnique(
        fields.map(({ id }) => id),
        [...path, 'blocks'],
        report,
      );
    }
    checkTables(page, (at) => {
      report([...path, 'blocks', at], 'table.uneven');
    });
  });
}

function checkTables(page: WebPage, report: (index: number) => void): void {
  page.blocks.forEach((block, index) => {
    if (block.kind === 'table' && block.rows.some((row) => row.length !== block.head.length)) report(index);
  });
}

function targetsOf(links: readonly PageLink[]): readonly string[] {
  return links.map(({ to }) => to);
}

function targetsOfBlock(block: PageBlock): readonly string[] {
  if (block.kind === 'links') return targetsOf(block.links);
  if (block.kind === 'advert') return [block.link.to];
  return block.kind === 'entry' ? [block.then] : [];
}
