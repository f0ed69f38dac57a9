import { z } from 'zod';
import type { HeldLaunch, Launch, LaunchesPort, LoginStatesPort } from '../ports/launches.ts';
import type { SqliteDatabase } from './database.ts';
import { activitySettings, loginStateRow, selectionSettings } from '../shapes/launches.ts';
import { language, platformFamily } from '../shapes/values.ts';
import { answer, flag, insertInto, json } from './rows.ts';

const heldRow: z.ZodType<HeldLaunch> = z.object({
  idHash: z.string(),
  organisationId: z.string(),
  login: json(loginStateRow),
  sealedPost: z.string(),
  expiresAt: z.number(),
});

export const launchRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  registrationId: z.string(),
  deploymentId: z.string(),
  studyId: z.string(),
  message: z.enum(['resource-link', 'deep-linking', 'submission-review']),
  personId: z.string().nullable(),
  resourceLinkId: z.string().nullable(),
  contextId: z.string(),
  role: z.enum(['learner', 'staff']),
  testUser: flag,
  practice: flag,
  language,
  documentTarget: z.enum(['iframe', 'window', 'frame']).nullable(),
  returnUrl: z.string().nullable(),
  lineItemUrl: z.string().nullable(),
  lineItemsUrl: z.string().nullable(),
  membershipsUrl: z.string().nullable(),
  family: platformFamily,
  settings: json(activitySettings),
  selection: json(selectionSettings).nullable(),
  reviewedPersonId: z.string().nullable(),
  createdAt: z.number(),
});

export function createLoginStates(database: SqliteDatabase): LoginStatesPort {
  const insert = database.command(insertInto('loginStates', Object.keys(loginStateRow.shape)));
  const consume = database.query(
    loginStateRow,
    'DELETE FROM loginStates WHERE stateHash = @stateHash AND expiresAt > @now RETURNING *',
  );
  const sweep = database.command(
    `DELETE FROM loginStates WHERE stateHash IN
     (SELECT stateHash FROM loginStates WHERE expiresAt <= @now LIMIT @limit)`,
  );
  const hold = database.command(
    insertInto('heldLaunches', ['idHash', 'organisationId', 'login', 'sealedPost', 'expiresAt']),
  );
  const release = database.query(
    heldRow,
    'DELETE FROM heldLaunches WHERE idHash = @idHash AND expiresAt > @now RETURNING *',
  );
  const sweepHeld = database.command(
    `DELETE FROM heldLaunches WHERE idHash IN
     (SELECT idHash FROM heldLaunches WHERE expiresAt <= @now LIMIT @limit)`,
  );
  return {
    insert: (state) => database.write(() => void insert({ ...state })),
    consume: (stateHash, now) => database.write(() => consume.find({ stateHash, now })),
    hold: (held) => database.write(() => void hold({ ...held, login: JSON.stringify(held.login) })),
    release: (idHash, now) => database.write(() => release.find({ idHash, now })),
    deleteExpired: (now, limit) => answer(() => sweep({ now, limit }) + sweepHeld({ now, limit })),
  };
}

type StoredLaunch = Omit<z.input<typeof launchRow>, 'settings' | 'selection'> & {
  readonly settings: string;
  readonly selection: string | null;
};

function toLaunch({ settings, selection, ...stored }: StoredLaunch): Launch {
  return {
    ...stored,
    testUser: stored.testUser === 1,
    practice: stored.practice === 1,
    settings: JSON.parse(settings) as Launch['settings'],
    selection: selection === null ? null : (JSON.parse(selection) as Launch['selection']),
  };
}

export function createLaunches(database: SqliteDatabase): LaunchesPort {
  const insert = database.command(insertInto('launches', Object.keys(launchRow.shape)));
  const byId = database.trusted(
    toLaunch,
    'SELECT * FROM launches WHERE organisationId = @organisationId AND id = @launchId',
  );
  const learner = database.query(
    z.object({ id: z.string() }),
    `SELECT id FROM launches WHERE organisationId = @organisationId AND resourceLinkId = @resourceLinkId
     AND personId = @personId AND role = 'learner' AND practice = 0 LIMIT 1`,
  );
  const sweep = database.command(
    `DELETE FROM launches WHERE id IN
     (SELECT id FROM launches WHERE createdAt <= @before ORDER BY createdAt LIMIT @limit)`,
  );
  return {
    insert: (launch) =>
      database.write(
        () =>
          void insert({
            ...launch,
            testUser: Number(launch.testUser),
            practice: Number(launch.practice),
            settings: JSON.stringify(launch.settings),
            selection: launch.selection === null ? null : JSON.stringify(launch.selection),
          }),
      ),
    find: (organisationId, launchId) => answer(() => byId.find({ organisationId, launchId })),
    hasLearner: (organisationId, resourceLinkId, personId) =>
      answer(() => learner.find({ organisationId, resourceLinkId, personId }) !== undefined),
    deleteOld: (before, limit) => answer(() => sweep({ before, limit })),
  };
}
