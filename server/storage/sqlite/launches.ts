/** Login states and accepted launches in SQLite. */
import { z } from 'zod';
import type { Launch, LaunchesPort, LoginStatesPort } from '../ports/launches.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, flag, insertInto, language } from './rows.ts';

const loginStateRow = z.object({
  stateHash: z.string(),
  nonce: z.string(),
  organisationId: z.string(),
  registrationId: z.string(),
  targetLinkUri: z.string(),
  browserHash: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
});

const launchRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  registrationId: z.string(),
  deploymentId: z.string(),
  studyId: z.string(),
  personId: z.string(),
  resourceLinkId: z.string(),
  role: z.enum(['learner', 'staff']),
  testUser: flag,
  language,
  documentTarget: z.enum(['iframe', 'window', 'frame']).nullable(),
  returnUrl: z.string().nullable(),
  lineItemUrl: z.string().nullable(),
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
  return {
    insert: (state) => answer(() => void insert({ ...state })),
    consume: (stateHash, now) => answer(() => consume.find({ stateHash, now })),
    deleteExpired: (now, limit) => answer(() => sweep({ now, limit })),
  };
}

export function createLaunches(database: SqliteDatabase): LaunchesPort {
  const insert = database.command(insertInto('launches', Object.keys(launchRow.shape)));
  const byId = database.query<Launch>(
    launchRow,
    'SELECT * FROM launches WHERE organisationId = @organisationId AND id = @launchId',
  );
  return {
    insert: (launch) => answer(() => void insert({ ...launch, testUser: Number(launch.testUser) })),
    find: (organisationId, launchId) => answer(() => byId.find({ organisationId, launchId })),
  };
}
