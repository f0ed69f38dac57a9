/** MongoDB storage on a replica set whose primary changes, or whose connection breaks, at any command. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LtiRow } from '../../lti/engine/database-plugin.ts';
import { openDatabase } from '../../server/storage/mongo/database.ts';
import { openMongoStorage } from '../../server/storage/mongo/open.ts';
import type { Attempt } from '../../server/storage/ports/attempts.ts';
import type { DeliveryResult } from '../../server/storage/ports/deliveries.ts';
import type { Destination } from '../../server/storage/ports/destinations.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { type FaultyMongo, type MongoFault, mongoFaults, startFaultyMongo } from '../support/faulty-mongo.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';
import {
  createAttempt,
  refOf,
  sampleAppend,
  sampleAttempt,
  sampleDestination,
  sampleGrade,
  sampleStatement,
} from './storage/sample-attempts.ts';
import { org, sampleLoginState, sampleSession } from './storage/sample-rows.ts';

const absence =
  process.env.MONGODB_TEST_URL === undefined ? findMongoAbsence() : 'it needs a proxy of its own';

/** An operation, what must exist before it, and what must be true after it, in an organisation of its own. */
interface Case {
  readonly prepare: (storage: Storage, world: World) => Promise<unknown>;
  readonly run: (storage: Storage, world: World) => Promise<unknown>;
  readonly look: (storage: Storage, world: World) => Promise<unknown>;
}

interface World {
  readonly organisationId: string;
  readonly attempt: Attempt;
  readonly destination: Destination;
}

function createWorld(number: number): World {
  const organisationId = `${org}-${number}`;
  const own = { organisationId, id: `own-${number}` };
  return { organisationId, attempt: sampleAttempt(own), destination: sampleDestination(own) };
}

const bounds = { holder: 'one', now: 10, until: 20, limit: 100, maxBytes: 100_000 };

const leaseOf = ({ organisationId, destination }: World) => ({
  ...bounds,
  organisationId,
  destinationId: destination.id,
  purpose: destination.purpose,
});

const settled = ({ attempt }: World, state: DeliveryResult['state']): DeliveryResult[] =>
  [1, 2].map((logSeq) => ({
    ...refOf(sampleStatement(attempt, logSeq)),
    state,
    nextAt: 0,
    lastError: '',
    tried: true,
  }));

const summary = ({ deliveries }: Storage, { organisationId, destination }: World) =>
  deliveries.summary(organisationId, destination.id);

const queue = async (storage: Storage, { attempt, destination }: World): Promise<void> => {
  await createAttempt(storage, attempt, 2);
  await storage.deliveries.enqueueNew(destination, 100);
};

const lease = async (storage: Storage, world: World): Promise<void> => {
  await queue(storage, world);
  await storage.deliveries.lease(leaseOf(world));
};

const settle = async (storage: Storage, world: World, state: DeliveryResult['state']): Promise<void> => {
  const { organisationId, destination } = world;
  await storage.deliveries.settle(organisationId, destination.id, 'one', settled(world, state));
};

const tokenOf = ({ attempt }: World): LtiRow => ({
  collection: 'accesstoken',
  index: { platformUrl: attempt.id },
  uniqueKey: attempt.id,
  value: '{"token":2}',
  createdAt: 100,
  expiresAt: 200,
});

const sessionOf = ({ organisationId, attempt: { id } }: World) =>
  sampleSession({
    organisationId,
    id,
    refreshHash: `r-${id}`,
    accessHash: `a-${id}`,
    previousAccessHash: '',
  });

const cases: Readonly<Record<string, Case>> = {
  'an append with a grade': {
    prepare: queue,
    run: (storage, { attempt }) =>
      storage.attempts.append(sampleAppend(attempt, 2, 2, { gradeIntents: [sampleGrade(attempt)] })),
    look: async ({ attempts, deliveries, grades }, { organisationId, attempt, destination }) => {
      const found = await attempts.listStatements(organisationId, attempt.id, { fromSeq: 1, limit: 9 });
      const grade = await grades.findByAttempt(organisationId, attempt.id);
      return [found.length, grade?.score, await deliveries.enqueueNew(destination, 9)];
    },
  },
  'naming a new destination and making its deliveries': {
    prepare: (storage, { attempt }) => createAttempt(storage, attempt, 2),
    run: (storage, { destination }) => storage.deliveries.enqueueNew(destination, 100),
    look: summary,
  },
  'a lease': {
    prepare: queue,
    run: (storage, world) => storage.deliveries.lease(leaseOf(world)),
    // What was leased without an answer is free again once the lease is over.
    look: async ({ deliveries }, world) =>
      (await deliveries.lease({ ...leaseOf(world), now: 30, until: 40 })).length,
  },
  'settling what was sent': {
    prepare: lease,
    run: (storage, world) => settle(storage, world, 'sent'),
    look: summary,
  },
  'sending again what was sent': {
    prepare: async (storage, world) => {
      await lease(storage, world);
      await settle(storage, world, 'sent');
    },
    run: ({ deliveries }, world) =>
      deliveries.resend(world.organisationId, world.destination.id, settled(world, 'sent')),
    look: summary,
  },
  'sending dead letters again': {
    prepare: async (storage, world) => {
      await lease(storage, world);
      await settle(storage, world, 'dead');
    },
    run: ({ deliveries }, world) =>
      deliveries.replay(world.organisationId, world.destination.id, settled(world, 'dead')),
    look: summary,
  },
  'a grade that is leased, settled and sent again': {
    prepare: (storage, { attempt }) =>
      createAttempt(storage, attempt, 1, { gradeIntents: [sampleGrade(attempt)] }),
    run: async ({ grades }, { organisationId, attempt }) => {
      const { id } = sampleGrade(attempt);
      await grades.lease({ holder: 'one', now: 10, until: 20, limit: 1, minGapMs: 0 });
      await grades.release(organisationId, id, 'one');
      await grades.lease({ holder: 'one', now: 10, until: 20, limit: 1, minGapMs: 0 });
      const sent = { state: 'sent', nextAt: 0, sentAt: 10, lastError: '', shownScore: null } as const;
      await grades.settle(organisationId, id, 'one', { ...sent, lastPostAt: 10, takenAttemptId: null });
      await grades.resend(organisationId, id, 20);
      await grades.redirect(organisationId, id, { nextId: `${id}-next`, now: 30 });
    },
    look: ({ grades }, { organisationId }) => grades.count(organisationId),
  },
  'a session that is renewed and ended': {
    prepare: ({ sessions }, world) => sessions.insert(sessionOf(world)),
    run: async ({ sessions }, world) => {
      const before = sessionOf(world);
      const next = {
        ...before,
        refreshHash: `${before.refreshHash}+`,
        previousRefreshHash: before.refreshHash,
      };
      await sessions.rotate(before.refreshHash, next);
      await sessions.revokeOfLaunch(before.organisationId, before.launchId);
      await sessions.revoke(before.organisationId, before.id);
    },
    look: async ({ sessions }, world) => (await sessions.findByAccess(sessionOf(world).accessHash))?.revoked,
  },
  'rows of the protocol engine': {
    prepare: ({ ltiRows }, world) => ltiRows.insert({ ...tokenOf(world), value: '{"token":1}' }),
    run: async ({ ltiRows }, world) => {
      await ltiRows.replace(tokenOf(world).index, tokenOf(world));
      await ltiRows.remove('accesstoken', tokenOf(world).index);
    },
    look: ({ ltiRows }, world) => ltiRows.find('accesstoken', tokenOf(world).index, 1),
  },
  'deleting what expired': {
    prepare: async ({ loginStates, sessions }, world) => {
      await loginStates.insert(sampleLoginState({ stateHash: world.organisationId, expiresAt: 5 }));
      await sessions.insert({ ...sessionOf(world), absoluteExpiresAt: 5 });
    },
    run: async ({ loginStates, sessions }) => {
      await loginStates.deleteExpired(9, 10);
      await sessions.deleteExpired(9, 10);
    },
    look: async ({ loginStates, sessions }) => [
      await loginStates.deleteExpired(9, 10),
      await sessions.deleteExpired(9, 10),
    ],
  },
  'a change of a destination': {
    prepare: ({ destinations }, { destination }) => destinations.put(destination),
    run: ({ destinations }, { organisationId, destination }) =>
      destinations.update(organisationId, destination.id, { failures: 2 }),
    look: async ({ destinations }, { organisationId, destination }) =>
      (await destinations.find(organisationId, destination.id))?.failures,
  },
};

describe('MongoDB storage on a replica set', () => {
  let server: MongoServer | undefined;
  let direct: Storage;
  let proxy: FaultyMongo;
  let storage: Storage;
  let worlds = 0;

  beforeAll(async () => {
    if (absence === undefined) server = await startMongoServer();
  });
  beforeEach(async (context) => {
    if (server === undefined) return context.skip(absence);
    const url = server.nameDatabase();
    direct = await openMongoStorage({ url });
    proxy = await startFaultyMongo(url);
    // The driver looks for the new primary at once, not after half a second.
    storage = await openMongoStorage({ url: `${proxy.url}?minHeartbeatFrequencyMS=5` });
  });
  afterEach(async () => {
    if (server === undefined) return;
    await Promise.all([storage.close(), direct.close()]);
    await proxy.close();
  });
  afterAll(() => server?.stop());

  it('is refused if several writers may win what only one may', async () => {
    proxy.answer('update', { ok: 1, n: 1, nModified: 1 });
    await expect(openMongoStorage({ url: proxy.url })).rejects.toMatchObject({
      code: 'storage.unavailable',
      params: { reason: 'not-atomic' },
    });
  });

  it('waits as long as an index takes to build, though a query must not', async () => {
    const waits = { selectionMs: 5_000, connectMs: 5_000, heartbeatMs: 5_000, silenceMs: 300 };
    const database = await openDatabase(proxy.url, waits);
    const [build, query] = [proxy.hold('createIndexes'), proxy.hold('listCollections')];
    const built = database.createIndex({ collection: 'notes', fields: { text: 1 } });
    await build.ran;
    // By the time it gives up, the index has waited for longer.
    await expect(database.collectionNames()).rejects.toMatchObject({ params: { reason: 'unreachable' } });
    build.release();
    await built;
    query.release();
    await database.close();
  });

  const prepare = async (one: Case): Promise<World> => {
    worlds += 1;
    const world = createWorld(worlds);
    await one.prepare(direct, world);
    return world;
  };

  /** Runs it with one failing command; returns the outcome, and what is true after it was asked for again. */
  const runFailing = async (one: Case, at: number, fault: MongoFault): Promise<readonly unknown[]> => {
    const world = await prepare(one);
    proxy.fail(at, fault);
    const [outcome] = await Promise.allSettled([one.run(storage, world)]);
    // A server that can't read by majority yet marks no write as safe to repeat.
    const mayRefuse = fault === 134;
    if (outcome.status === 'rejected') {
      const reason: unknown = outcome.reason;
      if (!mayRefuse) throw new Error(`command ${at} with « ${fault} »`, { cause: reason });
      expect(reason).toMatchObject({ code: 'storage.unavailable', params: { reason: 'no-primary' } });
      expect(JSON.stringify(reason)).not.toContain('db1.example');
      await one.run(storage, world);
    }
    return [at, fault, await one.look(direct, world)];
  };

  it.each(Object.entries(cases))('survives any failing command of %s', async (_, one) => {
    const calm = await prepare(one);
    proxy.seen.length = 0;
    await one.run(storage, calm);
    const commands = proxy.seen.length;
    const expected = await one.look(direct, calm);
    expect(commands).toBeGreaterThan(0);
    for (let at = 0; at < commands; at += 1) {
      for (const fault of mongoFaults) {
        expect(await runFailing(one, at, fault)).toEqual([at, fault, expected]);
      }
    }
  });
});
