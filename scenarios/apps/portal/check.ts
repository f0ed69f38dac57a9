import type { AppChecks } from '../../kit/app.ts';
import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import { linesOf } from '../../world/portal/shown.ts';
import type { PortalPage, PortalWorld, Stub } from '../../world/portal/types.ts';

export const portalChecks: AppChecks = {
  isIn: ({ portal }) => portal !== undefined,
  check: ({ portal }, report) => {
    if (portal) checkPortal(portal, report);
  },
  textKeys: ({ portal }) =>
    portal === undefined
      ? []
      : [
          ...portal.marks.map(({ label }) => label),
          ...portal.pages.flatMap((page) => [page.title, ...pageTexts(page)]),
        ],
  places: ['favourites', 'address', 'stubs', 'lines'],
  choices: ({ portal }) =>
    portal === undefined
      ? []
      : [
          portal.marks.map(({ label }) => label),
          portal.pages.filter(({ id }) => portal.favourites.includes(id)).map(({ title }) => title),
        ],
  kinds: ['favourite', 'stub', 'line'],
  targets: ({ portal }, kind) => {
    if (portal === undefined) return [];
    if (kind === 'favourite') return portal.favourites;
    if (kind === 'stub') return stubsOf(portal).map(({ id }) => id);
    return kind === 'line' ? stubsOf(portal).flatMap((stub) => linesOf(stub).map(({ id }) => id)) : [];
  },
};

function stubsOf({ pages }: PortalWorld): readonly Stub[] {
  return pages.flatMap((page) => (page.kind === 'pay' ? page.stubs : []));
}

function pageTexts(page: PortalPage): string[] {
  if (page.kind === 'pay') {
    const stubs = page.stubs.flatMap(({ title, groups }) => [
      title,
      ...groups.flatMap((group) => [
        group.title,
        ...group.lines.flatMap(({ label, value }) => [label, value]),
      ]),
    ]);
    return [...page.signIn, ...stubs];
  }
  const { asks } = page;
  return [
    ...page.text,
    ...page.rows.flatMap(({ label, value }) => [label, value]),
    ...(asks === undefined ? [] : [...asks.what, asks.button, asks.after]),
  ];
}

function checkPortal(portal: PortalWorld, report: Report): void {
  const pages = portal.pages.map(({ id }) => id);
  const stubs = stubsOf(portal);
  expectUnique(pages, ['portal', 'pages'], report);
  expectUnique(
    stubs.map(({ id }) => id),
    ['portal', 'pages'],
    report,
  );
  expectUnique(
    stubs.flatMap((stub) => linesOf(stub).map(({ id }) => id)),
    ['portal', 'pages'],
    report,
  );
  expectUnique(
    portal.marks.map(({ id }) => id),
    ['portal', 'marks'],
    report,
  );
  expectKnown(portal.favourites, pages, 'page', ['portal', 'favourites'], report);
}
