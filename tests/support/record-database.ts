/**
 * Plays a little and writes down the database file, with what a later version must find in it:
 * `npx tsx tests/support/record-database.ts <name>` makes tests/golden/databases/<name>.db.br and .json. A recorded file is
 * never recorded anew: it stands for installations that run that version.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { ensureDefaults } from '../../server/organisations/defaults.ts';
import { ApiLearner } from './api-learner.ts';
import { DeliveryBench } from './delivery-bench.ts';
import { done, findInboxParts, rightWay } from './inbox.ts';
import { WeekLearner } from './week-learner.ts';

/** Public: it seals a file of invented people. */
const secretKey = 'a key for a recorded database of the tests';
const folder = resolve(import.meta.dirname, '../golden/databases');

/** An attempt as it was recorded. */
export interface RecordedAttempt {
  readonly id: string;
  readonly accessToken: string;
  readonly status: string;
  /** logSeq of the last entry. */
  readonly head: number;
  readonly epoch: number;
  readonly actionSeq: number;
  /** SHA-256 of each statement's text in the order of the log, base64url. */
  readonly statements: readonly string[];
  readonly receipt: string | null;
}

export interface RecordedDatabase {
  readonly secretKey: string;
  /** Milliseconds since 1970 UTC, by the clock of the tool. */
  readonly now: number;
  readonly organisationId: string;
  readonly attempts: Readonly<Record<'sent' | 'ended' | 'open' | 'week', RecordedAttempt>>;
}

async function record(name: string): Promise<void> {
  const bench = await DeliveryBench.start(Date.now(), { SECRET_KEY: secretKey });
  try {
    const learners = await play(bench);
    const { organisation } = await ensureDefaults(bench.context);
    const read = (learner: ApiLearner) => readAttempt(bench, organisation.id, learner);
    const recorded: RecordedDatabase = {
      secretKey,
      now: bench.now,
      organisationId: organisation.id,
      attempts: {
        sent: await read(learners.sent),
        ended: await read(learners.ended),
        open: await read(learners.open),
        week: await read(learners.week),
      },
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(recorded, null, 2)}\n`);
    writeFileSync(join(folder, `${name}.db.br`), brotliCompressSync(copyOf(bench.databaseFile)));
  } finally {
    await bench.close();
  }
}

async function play(bench: DeliveryBench) {
  const sent = new ApiLearner(bench);
  await sent.act(...rightWay(await sent.begin(4)), done);
  await bench.work();
  const ended = new ApiLearner(bench);
  await ended.act(...rightWay(await ended.begin(5)), done);
  // In mid scene, with a text under the person's key, a refused action and a second writer.
  const open = new ApiLearner(bench);
  const scene = await open.begin(6);
  const { question } = findInboxParts(scene);
  await open.act(
    { app: 'mail', type: 'open', messageId: question.id },
    { app: 'mail', type: 'reply', messageId: question.id },
    { app: 'mail', type: 'write', typed: 'Bonjour Nadia, oui, je peux travailler.' },
  );
  await open.act({ app: 'mail', type: 'open', messageId: 'nothing' } satisfies WorldAction);
  await open.open('second page');
  await open.act({ app: 'frame', type: 'language', language: 'en' });
  const week = await WeekLearner.begin(bench, 7, 2000);
  await week.playScenes(1, 3);
  return { sent, ended, open, week };
}

async function readAttempt(
  { context: { storage } }: DeliveryBench,
  organisationId: string,
  learner: ApiLearner,
): Promise<RecordedAttempt> {
  const { id } = learner.attempt;
  const found = await storage.attempts.find(organisationId, id);
  if (found === undefined) throw new Error('no attempt');
  const rows = await storage.attempts.listStatements(organisationId, id, { fromSeq: 1, limit: 10_000 });
  return {
    id,
    accessToken: learner.token,
    status: found.progress.status,
    head: found.progress.head,
    epoch: found.progress.epoch,
    actionSeq: found.progress.actionSeq,
    statements: rows.map(({ bytes }) => hash('sha256', bytes, 'base64url')),
    receipt: (await storage.attempts.findReceipt(organisationId, id)) ?? null,
  };
}

/** The file as the program left it, including the pages that were still in its write-ahead log. */
function copyOf(file: string): Buffer {
  const database = new Database(file);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  return readFileSync(file);
}

const [name] = process.argv.slice(2);
if (name === undefined) throw new Error('usage: record-database.ts <name>');
await record(name);
