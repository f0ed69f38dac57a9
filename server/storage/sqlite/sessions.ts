import type { z } from 'zod';
import type { Session, SessionsPort } from '../ports/sessions.ts';
import { codeRow, sessionRow } from '../shapes/launches.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, flag, insertInto, sqlParams, sweepOf } from './rows.ts';

export const storedSession = sessionRow.extend({ revoked: flag });

type CodeRows = Pick<SessionsPort, 'insertCode' | 'consumeCode'>;
type Lookups = Pick<SessionsPort, 'findByAccess' | 'findByRefresh'>;
type Changes = Pick<SessionsPort, 'insert' | 'rotate' | 'revoke' | 'revokeOfLaunch'>;

export function createSessions(database: SqliteDatabase): SessionsPort {
  const sweepCodes = database.command(sweepOf('codes', 'codeHash', 'expiresAt <= @now'));
  const sweepSessions = database.command(
    sweepOf('sessions', 'id', 'idleExpiresAt <= @now OR absoluteExpiresAt <= @now'),
  );
  return {
    ...codeRows(database),
    ...lookups(database),
    ...changes(database),
    deleteExpired: (now, limit) =>
      answer(() => {
        const codes = sweepCodes({ now, limit });
        return codes + sweepSessions({ now, limit: limit - codes });
      }),
  };
}

function codeRows(database: SqliteDatabase): CodeRows {
  const insert = database.command(insertInto('codes', Object.keys(codeRow.shape)));
  const consume = database.query(
    codeRow,
    'DELETE FROM codes WHERE codeHash = @codeHash AND expiresAt > @now RETURNING *',
  );
  return {
    insertCode: (code) => database.write(() => void insert({ ...code })),
    consumeCode: (codeHash, now) => database.write(() => consume.find({ codeHash, now })),
  };
}

type StoredSession = z.input<typeof storedSession>;

function toSession(stored: StoredSession): Session {
  return { ...stored, revoked: stored.revoked === 1 };
}

function lookups(database: SqliteDatabase): Lookups {
  const byAccess = database.trusted(toSession, 'SELECT * FROM sessions WHERE accessHash = @accessHash');
  // An empty text (no previous hash) must match nobody.
  const byPreviousAccess = database.trusted(
    toSession,
    "SELECT * FROM sessions WHERE previousAccessHash = @accessHash AND previousAccessHash <> ''",
  );
  const byRefresh = database.query<Session>(
    storedSession,
    `SELECT * FROM sessions
     WHERE id = (SELECT sessionId FROM refreshHashes WHERE refreshHash = @refreshHash)`,
  );
  return {
    findByAccess: (accessHash) =>
      answer(() => byAccess.find({ accessHash }) ?? byPreviousAccess.find({ accessHash })),
    findByRefresh: (refreshHash) => answer(() => byRefresh.find({ refreshHash })),
  };
}

function changes(database: SqliteDatabase): Changes {
  const columns = Object.keys(sessionRow.shape);
  const insert = database.command(insertInto('sessions', columns));
  const remember = database.command(
    'INSERT INTO refreshHashes (refreshHash, sessionId) VALUES (@refreshHash, @id)',
  );
  const changing = columns.filter((name) => name !== 'id' && name !== 'organisationId');
  const rotate = database.command(
    `UPDATE sessions SET ${changing.map((name) => `${name} = @${name}`).join(', ')}
     WHERE id = @id AND organisationId = @organisationId AND refreshHash = @expected AND revoked = 0`,
  );
  const revoke = database.command(
    'UPDATE sessions SET revoked = 1 WHERE organisationId = @organisationId AND id = @sessionId',
  );
  const revokeOfLaunch = database.command(
    'UPDATE sessions SET revoked = 1 WHERE organisationId = @organisationId AND launchId = @launchId',
  );
  return {
    insert: (session) =>
      database.write(() => {
        insert(sqlParams(session));
        remember({ refreshHash: session.refreshHash, id: session.id });
      }),
    rotate: (expected, next) =>
      database.write(() => {
        if (rotate({ ...sqlParams(next), expected }) === 0) return false;
        remember({ refreshHash: next.refreshHash, id: next.id });
        return true;
      }),
    revoke: (organisationId, sessionId) => database.write(() => void revoke({ organisationId, sessionId })),
    revokeOfLaunch: (organisationId, launchId) =>
      database.write(() => void revokeOfLaunch({ organisationId, launchId })),
  };
}
