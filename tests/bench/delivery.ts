/**
 * Two costs of statements, each beside the least that the same work can cost in the same run: carrying them to a
 * record store beside a bare loop that posts the same bytes in the same batches, and producing and storing an
 * action's beside a bare insert of the same bytes. Read the ratios; the figures are this machine's.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createStatementTasks } from '../../server/delivery/send-statements.ts';
import { Worker } from '../../server/delivery/worker.ts';
import type { NewStatement } from '../../server/storage/ports/attempts.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { openDatabase } from '../../server/storage/sqlite/database.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { createLrsClient } from '../../xapi/lrs-client.ts';
import { statementsOf } from '../support/statements.ts';
import { sampleAppend, sampleAttempt, sampleDestination } from '../contract/storage/sample-attempts.ts';
import { asLog, context, events } from '../unit/xapi/log-samples.ts';

const roundsEach = 8;
const attemptsPerRound = 15;
const actionsMeasured = 400;
const credentials = { key: 'key', secret: 'secret' };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const bounds = { count: 50, bytes: 256 * 1024 };
let attemptNumber = 0;

/** Prints both costs and their ratios. */
export async function benchDelivery(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-bench-'));
  const storage = await openSqliteStorage({ file: join(folder, 'numplus.db') });
  try {
    await compareSending(storage);
    await compareStoring(storage, folder);
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareSending(storage: Storage): Promise<void> {
  const [ours, bare] = [await startStoreProcess(), await startStoreProcess()];
  try {
    const worker = createWorker(storage, ours.endpoint);
    await storage.destinations.put(sampleDestination({ endpoint: ours.endpoint, lanes: 1 }));
    const rates = { worker: [] as number[], loop: [] as number[] };
    // The first round warms both up and is not counted.
    for (let round = 0; round <= roundsEach; round += 1) {
      const bytes = await storeStatements(storage);
      const loopMs = await timed(() => postAll(bare.endpoint, bytes));
      const workerMs = await timed(async () => {
        while (await worker.runOnce());
      });
      if (round === 0) continue;
      rates.loop.push((1000 * bytes.length) / loopMs);
      rates.worker.push((1000 * bytes.length) / workerMs);
    }
    const { pending, dead, sent } = await storage.deliveries.summary('organisation-a', 'destination-1');
    if (pending + dead > 0 || sent === 0)
      throw new Error(`not all arrived: ${pending} wait, ${dead} are dead`);
    process.stdout.write('\nstatements to the sandbox store, batches of 50\n');
    print('bare fetch loop', rates.loop, 'statements/s');
    print('NUM+ worker', rates.worker, 'statements/s');
    const ratios = rates.worker.map((rate, round) => rate / (rates.loop[round] ?? rate));
    process.stdout.write(
      `  ratio: ${(100 * median(ratios)).toFixed(0)} % of the loop (median of the rounds)\n`,
    );
  } finally {
    await Promise.all([ours.close(), bare.close()]);
  }
}

function createWorker({ destinations, deliveries }: Storage, endpoint: string): Worker {
  const source = createStatementTasks({
    destinations,
    deliveries,
    clock: Date.now,
    chance: Math.random,
    randomId: randomUUID,
    log: quiet,
    createClient: () =>
      createLrsClient({ endpoint, ...credentials, version: '1.0.3', timeoutMs: 15_000, clock: Date.now }),
    alert: () => Promise.resolve(),
  });
  return new Worker([source], quiet);
}

/** Statements that one round sends: whole attempts of every kind. Returns their bytes in order. */
async function storeStatements(storage: Storage): Promise<string[]> {
  const all: string[] = [];
  for (let count = 0; count < attemptsPerRound; count += 1) {
    const attempt = nextAttempt();
    const statements = asLog(events).flatMap((entry) => produce(attempt, entry));
    const { entries, progress } = sampleAppend(attempt, 0, events.length);
    await storage.attempts.create(attempt, { entries, progress, statements, gradeIntents: [] });
    all.push(...statements.map(({ bytes }) => bytes));
  }
  return all;
}

function nextAttempt(): ReturnType<typeof sampleAttempt> {
  attemptNumber += 1;
  return sampleAttempt({ id: randomUUID(), number: attemptNumber });
}

function produce(
  { id: attemptId, organisationId, studyId }: ReturnType<typeof sampleAttempt>,
  entry: ReturnType<typeof asLog>[number],
): NewStatement[] {
  return statementsOf(entry, { ...context, attemptId }).map(({ id, tier, part, bytes, shared }) => ({
    id,
    organisationId,
    studyId,
    attemptId,
    logSeq: entry.logSeq,
    part,
    tier,
    bytes,
    shared,
    createdAt: entry.at,
  }));
}

/** The least that a sender does: the same bytes in the same batches, one after the other. */
async function postAll(endpoint: string, bytes: readonly string[]): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'x-experience-api-version': '1.0.3',
    authorization: `Basic ${btoa(`${credentials.key}:${credentials.secret}`)}`,
  };
  for (const batch of batchesOf(bytes)) {
    const body = `[${batch.join(',')}]`;
    const response = await fetch(`${endpoint}statements`, { method: 'POST', headers, body });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${answer}`);
  }
}

function batchesOf(bytes: readonly string[]): string[][] {
  const batches: string[][] = [[]];
  let sum = 0;
  for (const one of bytes) {
    const size = Buffer.byteLength(one);
    const last = batches.at(-1);
    if (last === undefined || last.length === bounds.count || sum + size > bounds.bytes) {
      batches.push([one]);
      sum = size;
    } else {
      last.push(one);
      sum += size;
    }
  }
  return batches;
}

/** An action's entry and statements through the port, beside one bare insert of the same bytes per action. */
async function compareStoring(storage: Storage, folder: string): Promise<void> {
  const bare = openDatabase(join(folder, 'bare.db'));
  bare.execute(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (bytes TEXT NOT NULL)',
  );
  const insert = bare.command('INSERT INTO raw (bytes) VALUES (@bytes)');
  const attempt = nextAttempt();
  const { progress, entries } = sampleAppend(attempt, 0, 1);
  await storage.attempts.create(attempt, { entries, progress, statements: [], gradeIntents: [] });
  const log = asLog(Array.from({ length: actionsMeasured + 1 }, (_, at) => actionAt(at)));
  let [oursMs, bareMs, produceMs] = [0, 0, 0];
  for (const entry of log.slice(1)) {
    let statements: NewStatement[] = [];
    const expectedHead = entry.logSeq - 1;
    oursMs += await timed(async () => {
      produceMs += await timed(() => {
        statements = produce(attempt, entry);
      });
      const batch = sampleAppend(attempt, expectedHead, 1, {
        entries: [{ logSeq: entry.logSeq, entry, sealed: null }],
      });
      await storage.attempts.append({ ...batch, statements });
    });
    bareMs += await timed(() => {
      bare.atomically(() => insert({ bytes: statements.map(({ bytes }) => bytes).join('\n') }));
    });
  }
  bare.close();
  const each = (ms: number): string => `${(ms / actionsMeasured).toFixed(3)} ms`;
  process.stdout.write(
    `\nan action's statements, durable on disk\n  bare insert of the bytes    ${each(bareMs)}\n` +
      `  produced and stored         ${each(oursMs)}, of which producing ${each(produceMs)}\n` +
      `  ratio: ${(oursMs / bareMs).toFixed(2)} × the bare insert\n`,
  );
}

const actions = events.filter(({ kind }) => kind === 'action');

function actionAt(index: number): (typeof events)[number] {
  const action = actions[index % actions.length];
  if (action === undefined) throw new Error('no sample action');
  return action;
}

interface StoreProcess {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** A record store in its own process, so that it takes no time from the senders' one thread. */
async function startStoreProcess(): Promise<StoreProcess> {
  const root = resolve(import.meta.dirname, '../..');
  const main = join(root, 'sandbox', 'store', 'main.ts');
  const { key, secret } = credentials;
  const args = ['--import', 'tsx', main, '--port', '0', '--key', key, '--secret', secret];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await readAddress(child);
  return {
    endpoint: `${url}/xapi/`,
    async close() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    child.stdout?.once('data', (chunk: Buffer) => {
      const { listening } = JSON.parse(chunk.toString()) as { listening: string };
      done(listening);
    });
    child.once('exit', (code) => {
      fail(new Error(`the store ended with ${String(code)}`));
    });
  });
}

async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function print(what: string, rates: readonly number[], unit: string): void {
  const each = rates.map((rate) => rate.toFixed(0)).join(' ');
  process.stdout.write(`  ${what.padEnd(18)} ${mean(rates).toFixed(0).padStart(6)} ${unit} (${each})\n`);
}
