/** Whatever staff read about people leaves a row in the audit record, or is not given (ADR 54). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../../server/http/api/table/api-routes.ts';
import type { AuditRow } from '../../../../server/storage/ports/audit.ts';
import { openDatabase } from '../../../../server/storage/sqlite/database.ts';
import { actors } from './actors.ts';
import { type OwnerIds, Walk } from './walk.ts';

interface AuditedRoute {
  readonly path: (of: OwnerIds) => string;
  readonly reader: 'staff of the activity' | 'staff who review the owner';
  readonly action: string;
  readonly subject: (of: OwnerIds) => string;
  /** Asked again at once: pages are still the same reading, files are another. */
  readonly rowsOfTwo: 1 | 2;
}

const ofActivity = (): string => 'activity:link-1';
const ofOwner = ({ ownerId }: OwnerIds): string => `person:${ownerId}`;

const audited: Readonly<Record<string, AuditedRoute>> = {
  'get /review': {
    path: () => '/api/review',
    reader: 'staff who review the owner',
    action: 'sheet.opened',
    subject: ofOwner,
    rowsOfTwo: 1,
  },
  'get /review/:attemptId': {
    path: (of) => `/api/review/${of.attemptId}`,
    reader: 'staff of the activity',
    action: 'sheet.opened',
    subject: ofOwner,
    rowsOfTwo: 1,
  },
  'get /review/:attemptId/timeline': {
    path: (of) => `/api/review/${of.attemptId}/timeline`,
    reader: 'staff of the activity',
    action: 'timeline.opened',
    subject: ofOwner,
    rowsOfTwo: 1,
  },
  'get /activity': {
    path: () => '/api/activity',
    reader: 'staff of the activity',
    action: 'group.opened',
    subject: ofActivity,
    rowsOfTwo: 1,
  },
  'get /activity/roster': {
    path: () => '/api/activity/roster',
    reader: 'staff of the activity',
    action: 'group.opened',
    subject: ofActivity,
    rowsOfTwo: 1,
  },
  'get /activity/people': {
    path: () => '/api/activity/people?language=fr',
    reader: 'staff of the activity',
    action: 'group.exported',
    subject: ofActivity,
    rowsOfTwo: 2,
  },
  'get /activity/statements': {
    path: (of) => `/api/activity/statements?purpose=operational&attempt=${of.attemptId}`,
    reader: 'staff of the activity',
    action: 'statements.exported',
    subject: ofOwner,
    rowsOfTwo: 2,
  },
  'get /activity/people/:personId': {
    path: (of) => `/api/activity/people/${of.ownerId}`,
    reader: 'staff of the activity',
    action: 'actions.opened',
    subject: ofOwner,
    rowsOfTwo: 1,
  },
  'get /activity/people/:personId/name': {
    path: (of) => `/api/activity/people/${of.ownerId}/name`,
    reader: 'staff who review the owner',
    action: 'actions.opened',
    subject: ofOwner,
    rowsOfTwo: 1,
  },
};

/** Staff may ask these too; nothing there is about a person. */
const withoutPersons: Readonly<Record<string, string>> = {
  'get /activity/connection': 'whether the LMS reads our keys',
  'get /activity/columns': 'columns of the gradebook',
  'get /activity/groups': 'exceptions of groups, not of people',
  'get /activity/items': 'figures of items; counts of few people are hidden',
  'get /resources': 'a list of courses and helpers',
  'get /select': 'what an activity may be',
  'get /select/connection': 'whether the LMS reads our keys',
};

const routesOfStaff = Object.entries(apiRoutes).flatMap(([route, { who }]) =>
  route.startsWith('get ') && ['reviewer', 'staff', 'person-staff', 'selector'].includes(who) ? [route] : [],
);

let walk: Walk;
let organisationId: string;
beforeAll(async () => {
  walk = await Walk.start();
  const [organisation] = await walk.world.context.storage.organisations.list({ limit: 1 });
  organisationId = organisation?.id ?? '';
});
afterAll(() => walk.world.close());

async function rows(): Promise<AuditRow[]> {
  return walk.world.context.storage.audit.list(organisationId, { limit: 500 });
}

it('names every route from which staff read, with what it leaves or why it leaves nothing', () => {
  expect([...Object.keys(audited), ...Object.keys(withoutPersons)].sort()).toEqual(routesOfStaff.sort());
});

describe.each(Object.entries(audited))('%s', (_route, { path, reader, action, subject, rowsOfTwo }) => {
  it('leaves a row that says who, what and whose, without a name', async () => {
    // A launch of their own, as limits count by launch, and a person whom no other test is.
    const token = await walk.world.enter('ours', `teacher of ${action} ${path(walk.of)}`, {
      role: 'staff',
      lineItemUrl: null,
      ...(reader === 'staff of the activity'
        ? {}
        : { message: 'submission-review', reviewedPersonId: walk.of.ownerId }),
    });
    const actor = `person:${await walk.world.getPersonId('ours', `teacher of ${action} ${path(walk.of)}`)}`;
    const before = await rows();
    for (const time of ['first', 'again']) {
      expect([time, (await walk.world.call('GET', path(walk.of), token)).status]).toEqual([time, 200]);
    }
    const added = (await rows()).filter(({ id }) => !before.some((row) => row.id === id));
    expect(added.map((row) => [row.actor, row.action, row.subject])).toEqual(
      Array.from({ length: rowsOfTwo }, () => [actor, action, subject(walk.of)]),
    );
    expect(JSON.stringify(added)).not.toContain('owner');
  });
});

it('writes nothing when people read their own work, and nothing for a refusal', async () => {
  const own = await actors['the owner who reviews their own work'](walk.world);
  const stranger = await actors['staff of another group who review the owner'](walk.world);
  const before = await rows();
  expect((await walk.world.call('GET', '/api/review', own)).status).toBe(200);
  for (const path of [`/api/review/${walk.of.attemptId}`, `/api/review/${walk.of.attemptId}/timeline`]) {
    expect((await walk.world.call('GET', path, stranger)).status).toBeGreaterThan(400);
  }
  expect(await rows()).toEqual(before);
});

it('gives nothing if the row cannot be written', async () => {
  const tokens = {
    'staff of the activity': await walk.world.enter('ours', 'late', { role: 'staff', lineItemUrl: null }),
    'staff who review the owner': await walk.world.enter('ours', 'late', {
      role: 'staff',
      message: 'submission-review',
      reviewedPersonId: walk.of.ownerId,
    }),
  };
  const database = openDatabase(walk.world.databaseFile);
  database.execute(
    "CREATE TRIGGER audit_is_full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END",
  );
  try {
    for (const [route, { path, reader }] of Object.entries(audited)) {
      const { status, text } = await walk.world.call('GET', path(walk.of), tokens[reader]);
      expect([route, status, (JSON.parse(text) as { code: string }).code]).toEqual([
        route,
        503,
        'audit.unwritten',
      ]);
      expect(text).not.toContain(walk.of.attemptId);
    }
  } finally {
    database.execute('DROP TRIGGER audit_is_full');
    database.close();
  }
});
