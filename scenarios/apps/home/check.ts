import type { AppChecks } from '../../kit/app.ts';
import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import { iconOfPlace } from '../../world/home/icon-of-place.ts';
import type { HomeWorld } from '../../world/home/types.ts';
import type { World } from '../../world/types.ts';

export const homeChecks: AppChecks = {
  isIn: ({ home }) => home !== undefined,
  check: (world, report) => {
    if (world.home) checkHome(world, world.home, report);
  },
  textKeys: ({ home }) =>
    home === undefined
      ? []
      : [
          home.time,
          ...home.icons.flatMap((icon) => [icon.name, ...(icon.opens === 'page' ? icon.page : [])]),
          ...home.notices.flatMap((notice) => [
            ...[notice.title, ...notice.body],
            ...(notice.kind === 'asking'
              ? notice.answers.flatMap(({ label, after }) => [label, ...(after === undefined ? [] : [after])])
              : []),
          ]),
          ...home.settings.flatMap(({ title, words, rows }) => [
            ...[title, ...(words === undefined ? [] : [words])],
            ...rows.flatMap(rowTexts),
          ]),
        ],
  places: ['icons', 'notices', 'settings', 'search'],
  leads: ({ home }, place) => {
    const icon = home === undefined ? undefined : iconOfPlace(home, place);
    return icon === undefined ? [] : [`home:icon:${icon.id}`];
  },
  choices: ({ home }) => (home === undefined ? [] : [home.icons.map(({ name }) => name)]),
  kinds: ['icon'],
  targets: ({ home }, kind) => (kind === 'icon' ? (home?.icons ?? []).map(({ id }) => id) : []),
};

type Row = HomeWorld['settings'][number]['rows'][number];

function rowTexts(row: Row): string[] {
  switch (row.kind) {
    case 'page':
      return [];
    case 'text':
      return [row.text];
    case 'switch':
      return [row.label, ...(row.note === undefined ? [] : [row.note])];
  }
}

function checkHome(world: World, home: HomeWorld, report: Report): void {
  const icons = home.icons.map(({ id }) => id);
  const pages = home.settings.map(({ id }) => id);
  const rows = home.settings.flatMap((page) => page.rows);
  const switches = rows.flatMap((row) => (row.kind === 'switch' ? [row.id] : []));
  expectUnique(icons, ['home', 'icons'], report);
  expectUnique(
    home.notices.map(({ id }) => id),
    ['home', 'notices'],
    report,
  );
  expectUnique(pages, ['home', 'settings'], report);
  expectUnique(switches, ['home', 'settings'], report);
  const apps = home.icons.flatMap((icon) => (icon.opens === 'app' ? [icon.app] : []));
  expectKnown(apps, [...world.apps], 'app', ['home', 'icons'], report);
  expectKnown(
    home.notices.map(({ icon }) => icon),
    icons,
    'icon',
    ['home', 'notices'],
    report,
  );
  expectKnown(
    rows.flatMap((row) => (row.kind === 'page' ? [row.page] : [])),
    pages,
    'page',
    ['home', 'settings'],
    report,
  );
  expectKnown(
    home.network.flatMap(({ when }) => Object.keys(when)),
    switches,
    'switch',
    ['home', 'network'],
    report,
  );
}
