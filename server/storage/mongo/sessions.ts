/** Stores only hashes. */
import { z } from 'zod';
import type { SessionsPort } from '../ports/sessions.ts';
import { codeRow, sessionRow } from '../shapes/launches.ts';
import { above, atMost, oneOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { removeAll, sweep } from './rows.ts';
import * as schemas from './schemas/launches.ts';

/** Earlier ones are kept too: reuse of any must be noticed. */
const refreshHashRow = z.object({ refreshHash: z.string(), sessionId: z.string() });

/** More windows than anybody opens. */
const revokedAtOnce = 100;

type SessionRow = z.infer<typeof sessionRow>;
type RefreshHashRow = z.infer<typeof refreshHashRow>;

export function createSessions(database: MongoDatabase): SessionsPort {
  const codes = database.collection(schemas.codes, codeRow);
  const sessions = database.collection(schemas.sessions, sessionRow);
  const hashes = database.collection(schemas.refreshHashes, refreshHashRow);
  return {
    insertCode: (code) => codes.insert(code),
    consumeCode: (codeHash, now) => codes.take({ _id: codeHash, expiresAt: above(now) }),
    async insert(session) {
      await sessions.insert(session);
      // If interrupted here, nobody has the token.
      await hashes.insert({ refreshHash: session.refreshHash, sessionId: session.id });
    },
    // An empty text (no previous hash) must match nobody.
    findByAccess: async (accessHash) =>
      accessHash === '' ? undefined : sessions.find([{ accessHash }, { previousAccessHash: accessHash }]),
    async findByRefresh(refreshHash) {
      const known = await hashes.find({ _id: refreshHash });
      return known === undefined ? undefined : sessions.find({ _id: known.sessionId });
    },
    async rotate(expectedRefreshHash, next) {
      const { id, organisationId, refreshHash } = next;
      const current = { _id: id, organisationId, refreshHash: expectedRefreshHash, revoked: false };
      if ((await sessions.find(current)) === undefined) return false;
      // Before the session, so that its hash is always found. It may exist from a try that failed afterwards;
      // nobody knows its token.
      await hashes.insertUntilDuplicate([{ refreshHash, sessionId: id }]);
      return (await sessions.change(current, { $set: { ...next } })) > 0;
    },
    async revoke(organisationId, sessionId) {
      await sessions.change({ _id: sessionId, organisationId }, { $set: { revoked: true } });
    },
    async revokeOfLaunch(organisationId, launchId) {
      const alive = { organisationId, launchId, revoked: false };
      for (;;) {
        const ids = await sessions.listKeys(alive, { _id: 1 }, revokedAtOnce);
        if (ids.length === 0) return;
        await sessions.change({ _id: oneOf(ids), organisationId }, { $set: { revoked: true } });
      }
    },
    async deleteExpired(now, limit) {
      const order = { expiresAt: 1 } as const;
      const where = { expiresAt: atMost(now) };
      const swept = await sweep(codes, where, { order, limit, key: ({ codeHash }) => codeHash });
      return swept + (await sweepSessions({ sessions, hashes }, now, limit - swept));
    },
  };
}

async function sweepSessions(
  { sessions, hashes }: { sessions: Collection<SessionRow>; hashes: Collection<RefreshHashRow> },
  now: number,
  limit: number,
): Promise<number> {
  if (limit <= 0) return 0;
  const expired = [{ idleExpiresAt: atMost(now) }, { absoluteExpiresAt: atMost(now) }];
  const ids = (await sessions.list(expired, { _id: 1 }, limit)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  // Hashes first: if interrupted, the next sweep finds the sessions again.
  await removeAll(hashes, { sessionId: oneOf(ids) });
  return sessions.remove({ _id: oneOf(ids) });
}
