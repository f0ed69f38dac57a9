import type { AppChecks } from '../../kit/app.ts';
import { expectKnown, expectUnique } from '../../kit/expect.ts';

export const scanChecks: AppChecks = {
  isIn: ({ scan }) => scan !== undefined,
  check: ({ scan, browser }, report) => {
    if (scan === undefined) return;
    expectUnique(
      scan.codes.map(({ id }) => id),
      ['scan', 'codes'],
      report,
    );
    expectKnown(
      scan.codes.flatMap(({ page }) => page ?? []),
      browser?.pages.map(({ id }) => id) ?? [],
      'page',
      ['scan', 'codes'],
      report,
    );
  },
  textKeys: ({ scan }) =>
    scan === undefined
      ? []
      : [
          ...[scan.poster.title, ...scan.poster.lines],
          ...scan.codes.flatMap(({ place, says, typed, address }) => [place, ...says, typed, address]),
        ],
  places: ['poster', 'start', 'enter', 'codes', 'address'],
  choices: ({ scan }) => (scan === undefined ? [] : [scan.codes.map(({ place }) => place)]),
  kinds: ['code'],
  targets: ({ scan }, kind) => (kind === 'code' ? (scan?.codes ?? []).map(({ id }) => id) : []),
};
