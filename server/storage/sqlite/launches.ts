import { z } from 'zod';
import type { HeldLaunch } from '../../../lti/launch/held-launch.ts';
import type { Launch, LaunchesPort, LoginStatesPort } from '../ports/launches.ts';
import type { SqliteDatabase } from './database.ts';
import {
  activitySettings,
  groupAccess,
  heldLaunchRow,
  launchRow,
  loginStateRow,
  selectionSettings,
} from '../shapes/launches.ts';
import { answer, byIdIn, flag, insertInto, json, sqlParams, sweepOf } from './rows.ts';

const storedHeldLaunch = heldLaunchRow.extend({ login: json(loginStateRow) });

export const storedLaunch = launchRow.extend({
  testUser: flag,
  practice: flag,
  settings: json(activitySettings),
  selection: json(selectionSettings).nullable(),
  groupAccess: json(groupAccess).nullable(),
});

export function createLoginStates(database: SqliteDatabase): LoginStatesPort {
  const insert = database.command(insertInto('loginStates', Object.keys(loginStateRow.shape)));
  const consume = database.query(
    loginStateRow,
    'DELETE FROM loginStates WHERE stateHash = @stateHash AND expiresAt > @now RETURNING *',
  );
  const sweep = database.command(sweepOf('loginStates', 'stateHash', 'expiresAt <= @now'));
  const hold = database.command(insertInto('heldLaunches', Object.keys(heldLaunchRow.shape)));
  const release = database.query<HeldLaunch>(
    storedHeldLaunch,
    'DELETE FROM heldLaunches WHERE idHash = @idHash AND expiresAt > @now RETURNING *',
  );
  const sweepHeld = database.command(sweepOf('heldLaunches', 'idHash', 'expiresAt <= @now'));
  return {
    // A login that a power cut undoes is begun again.
    insert: (state) =>
      answer(() => {
        database.relaxed(() => insert({ ...state }));
      }),
    consume: (stateHash, now) => database.write(() => consume.find({ stateHash, now })),
    hold: (held) => database.write(() => void hold(sqlParams(held))),
    release: (idHash, now) => database.write(() => release.find({ idHash, now })),
    deleteExpired: (now, limit) => answer(() => sweep({ now, limit }) + sweepHeld({ now, limit })),
  };
}

type StoredLaunch = Omit<z.input<typeof storedLaunch>, 'settings' | 'selection' | 'groupAccess'> & {
  readonly settings: string;
  readonly selection: string | null;
  readonly groupAccess: string | null;
};

function toLaunch({ settings, selection, groupAccess: groups, ...stored }: StoredLaunch): Launch {
  return {
    ...stored,
    testUser: stored.testUser === 1,
    practice: stored.practice === 1,
    settings: JSON.parse(settings) as Launch['settings'],
    selection: selection === null ? null : (JSON.parse(selection) as Launch['selection']),
    groupAccess: groups === null ? null : (JSON.parse(groups) as Launch['groupAccess']),
  };
}

export function createLaunches(database: SqliteDatabase): LaunchesPort {
  const insert = database.command(insertInto('launches', Object.keys(launchRow.shape)));
  const byId = database.trusted(toLaunch, byIdIn('launches', 'launchId'));
  const learner = database.query(
    z.object({ id: z.string() }),
    `SELECT id FROM launches WHERE organisationId = @organisationId AND resourceLinkId = @resourceLinkId
     AND personId = @personId AND role = 'learner' AND practice = 0 AND createdAt > @after LIMIT 1`,
  );
  const names = ['personId', 'platformId', 'registrationId', 'deploymentId'] as const;
  const inScope = names.map((name) => `(@${name} IS NULL OR ${name} = @${name})`).join(' AND ');
  const remove = database.command(
    sweepOf('launches', 'id', `organisationId = @organisationId AND ${inScope}`),
  );
  const anything = Object.fromEntries(names.map((name) => [name, null]));
  const sweep = database.command(sweepOf('launches', 'id', 'createdAt <= @before ORDER BY createdAt'));
  return {
    insert: (launch) => database.write(() => void insert(sqlParams(launch))),
    find: (organisationId, launchId) => answer(() => byId.find({ organisationId, launchId })),
    hasLearner: (organisationId, resourceLinkId, personId, after = 0) =>
      answer(() => learner.find({ organisationId, resourceLinkId, personId, after }) !== undefined),
    deleteOf: (scope, limit) => database.write(() => remove({ ...anything, ...scope, limit })),
    deleteOld: (before, limit) => answer(() => sweep({ before, limit })),
  };
}
