/** One document holds the mark of ownership, the version and the lock. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { refuse } from '../refuse.ts';
import { atMost } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import type { Migration } from './migrations/list.ts';
import { listOthers } from './list-others.ts';
import { schemaVersion } from './schemas/organisations.ts';

const schemaRow = z.object({
  owner: z.string(),
  version: z.number(),
  /** Version of an unfinished migration. */
  begun: z.number().nullable(),
  holder: z.string(),
  /** Renewed while the migration works. */
  leasedUntil: z.number(),
  /** Incremented when the lock is taken, so that writes of an old holder fail. */
  fence: z.number(),
  /** Of self-test.ts; missing before the first one. */
  probe: z.number().nullish(),
});

export type SchemaRow = z.infer<typeof schemaRow>;

export const owner = 'NUM+';
/** Marks the target of an unfinished move (transfer.ts). */
export const transferOwner = 'NUM+ is being moved here';
export const key = schemaVersion.key.constant;

export interface MigrationClock {
  now(): number;
  wait(ms: number): Promise<void>;
  every(ms: number, work: () => Promise<void>): () => void;
}

export function openSchema(database: MongoDatabase): Collection<SchemaRow> {
  return database.collection(schemaVersion, schemaRow);
}

const realClock: MigrationClock = {
  now: Date.now,
  wait: (ms) => sleep(ms),
  every: (ms, work) => {
    const timer = setInterval(() => void work(), ms);
    return () => {
      clearInterval(timer);
    };
  },
};

const leaseMs = 30_000;
/**
 * How long a start waits for another process's migration; then it fails and a process manager tries again.
 */
const patienceMs = 60_000;
const pauseMs = 200;

/**
 * If several processes start, one migrates and the others wait.
 * @returns versions before and after
 * @throws AppError storage.unavailable; `reason` foreign-database, newer-version (with `found` and `known`),
 * half-migrated (with `version`), half-moved, migrating. Only the last may pass by itself.
 */
export async function migrate(
  database: MongoDatabase,
  {
    migrations,
    holder,
    clock = realClock,
  }: { migrations: readonly Migration[]; holder: string; clock?: MigrationClock },
): Promise<{ from: number; to: number }> {
  const rows = openSchema(database);
  const known = migrations.at(-1)?.version ?? 0;
  await claim(database, rows);
  let from = known;
  const giveUpAt = clock.now() + patienceMs;
  for (;;) {
    const found = await read(rows);
    if (found.version > known) refuse('newer-version', { found: found.version, known });
    if (found.version === known && found.begun === null) return { from, to: known };
    const now = clock.now();
    const lease = { holder, leasedUntil: now + leaseMs };
    const taken = await rows.changeOne(
      { _id: key, leasedUntil: atMost(now) },
      { $set: lease, $inc: { fence: 1 } },
    );
    if (taken !== undefined) {
      from = taken.version;
      await runUnderLock({ database, rows, migrations, clock }, taken);
    } else if (now >= giveUpAt) refuse('migrating');
    else await clock.wait(pauseMs);
  }
}

async function claim(database: MongoDatabase, rows: Collection<SchemaRow>): Promise<void> {
  const found = await rows.find({ _id: key });
  if (found !== undefined) {
    if (found.owner === transferOwner) refuse('half-moved');
    if (found.owner !== owner) refuse('foreign-database');
    return;
  }
  const isEmpty = (await listOthers(database)).length === 0;
  // Another start may have inserted the document meanwhile.
  if (!isEmpty && (await rows.find({ _id: key })) === undefined) refuse('foreign-database');
  const empty = { owner, version: 0, begun: null, holder: '', leasedUntil: 0, fence: 0 };
  await rows.insertUntilDuplicate([empty]);
}

async function runUnderLock(
  work: {
    readonly database: MongoDatabase;
    readonly rows: Collection<SchemaRow>;
    readonly migrations: readonly Migration[];
    readonly clock: MigrationClock;
  },
  { version, begun, fence }: SchemaRow,
): Promise<void> {
  const { database, rows, migrations, clock } = work;
  /** Fails if another process has taken the lock. */
  const note = async (change: Partial<SchemaRow>): Promise<void> => {
    const held = await rows.change({ _id: key, fence }, { $set: change });
    if (held === 0) refuse('migrating');
  };
  const stopRenewing = clock.every(leaseMs / 3, () =>
    // If this fails, the next `note` fails too and reports it.
    note({ leasedUntil: clock.now() + leaseMs }).catch(() => undefined),
  );
  try {
    for (const migration of migrations.filter((each) => each.version > version)) {
      if (begun === migration.version && !migration.repeatable) refuse('half-migrated', { version: begun });
      await note({ begun: migration.version });
      await migration.run(database);
      await note({ version: migration.version, begun: null });
    }
  } finally {
    stopRenewing();
    await rows.change({ _id: key, fence }, { $set: { leasedUntil: 0 } });
  }
}

async function read(rows: Collection<SchemaRow>): Promise<SchemaRow> {
  const found = await rows.find({ _id: key });
  if (found === undefined) refuse('foreign-database');
  return found;
}
