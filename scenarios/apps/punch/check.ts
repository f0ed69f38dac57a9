import type { AppChecks } from '../../kit/app.ts';
import { expectUnique, type Report } from '../../kit/expect.ts';
import type { PunchWorld } from '../../world/punch/types.ts';

export const punchChecks: AppChecks = {
  isIn: ({ punch }) => punch !== undefined,
  check: ({ punch }, report) => {
    if (punch) checkPunch(punch, report);
  },
  textKeys: ({ punch }) => (punch ? [punch.time, ...punch.units.map(({ label }) => label)] : []),
  places: ['clock', 'pages', 'shelves', 'send'],
  choices: ({ punch }) => (punch ? [punch.units.map(({ label }) => label)] : []),
  kinds: ['shelf'],
  targets: ({ punch }, kind) => (kind === 'shelf' ? (punch?.shelves ?? []).map(({ id }) => id) : []),
};

function checkPunch({ shelves, units }: PunchWorld, report: Report): void {
  expectUnique(
    shelves.map(({ id }) => id),
    ['punch', 'shelves'],
    report,
  );
  expectUnique(
    shelves.map(({ code }) => code),
    ['punch', 'shelves'],
    report,
  );
  expectUnique(
    units.map(({ id }) => id),
    ['punch', 'units'],
    report,
  );
}
