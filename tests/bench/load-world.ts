/** What the load measurements run against: the tool's processes, launched learners, and the processes' figures. */
import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SceneAnswer } from '../../server/contract/play.ts';
import { ApiLearner } from '../support/api-learner.ts';
import { startStack, type Stack } from '../support/stack.ts';
import { EndlessActions } from './load-actions.ts';

const people = [4, 5, 6, 7, 8] as const;

/** A learner with an open scene. */
export interface LoadLearner {
  readonly api: ApiLearner;
  readonly address: string;
  actions: EndlessActions;
}

/** Addresses that learners come from, and where they reach the tool. */
export type LoadWorld = Pick<Stack, 'lms'> & { readonly tool: { readonly localUrl: string } };

/** The tool on a SQLite file that a measurement may fill itself. */
export interface LoadStack extends Stack {
  readonly databaseFile: string;
  readonly metricsToken: string;
}

/** @param env more settings of the tool's process */
export async function startLoadStack(env: Readonly<Record<string, string>> = {}): Promise<LoadStack> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-load-'));
  const databaseFile = join(folder, 'numplus.db');
  const metricsToken = randomBytes(32).toString('hex');
  const stack = await startStack({
    env: { TRUST_PROXY: '1', METRICS_TOKEN: metricsToken, DATABASE_URL: `sqlite:${databaseFile}`, ...env },
    // Deliveries are a work of their own (`bench -- delivery`): here they would take turns with what is measured.
    serve: ['--no-worker'],
  });
  const close = async (): Promise<void> => {
    await stack.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...stack, databaseFile, metricsToken, close };
}

/**
 * Launches that many learners, five in each activity, and opens their first scene. Also returns the duration of each
 * launch.
 * @param from how many were launched before
 */
export async function sendLearners(
  world: LoadWorld,
  count: number,
  from = 0,
): Promise<{ readonly learners: LoadLearner[]; readonly launchMs: number[] }> {
  const learners: LoadLearner[] = [];
  const launchMs: number[] = [];
  for (let index = from; index < from + count; index += 1) {
    const activityId = 1_000 + Math.floor(index / people.length);
    const personId = people[index % people.length] ?? 4;
    if (index % people.length === 0) {
      const custom = { numplus_form: 'demo' };
      await world.lms.control({
        command: 'addActivity',
        cmid: activityId,
        courseId: 2,
        title: 'Banc',
        custom,
      });
    }
    const address = `10.1.${Math.floor(index / 250)}.${(index % 250) + 1}`;
    const api = new ApiLearner({ ...world, headers: { 'x-forwarded-for': address } });
    const startedAt = performance.now();
    await api.launch(personId, activityId);
    launchMs.push(performance.now() - startedAt);
    learners.push({ api, address, actions: openActions(api, await api.startAttempt()) });
  }
  return { learners, launchMs };
}

/** Ends the attempt and begins the next one. */
export async function beginAnew(learner: LoadLearner): Promise<void> {
  const { api } = learner;
  await api.find();
  await api.act({ app: 'frame', type: 'end' });
  learner.actions = openActions(api, await api.startAttempt());
}

function openActions(api: ApiLearner, { world }: SceneAnswer): EndlessActions {
  return new EndlessActions(world, api.attempt.epoch);
}

export interface ProcessFigures {
  readonly cpuS: number;
  readonly memoryMb: number;
  /** Statements that wait, for all stores. */
  readonly waiting: number;
}

/** What a process of the tool says of itself. */
export async function readProcess(localUrl: string, token: string): Promise<ProcessFigures> {
  const headers = { authorization: `Bearer ${token}` };
  const text = await (await fetch(`${localUrl}/metrics`, { headers })).text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return {
    cpuS: read('process_cpu_seconds_total'),
    memoryMb: read('process_resident_memory_bytes') / 1_048_576,
    waiting: read('numplus_delivery_pending\\{.*\\}'),
  };
}

/** Milliseconds of each of some flushes of the disk, after a page more at the end of a file, as a write-ahead log has it. */
export function timeFlushes(): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-flush-'));
  const file = openSync(join(folder, 'pages'), 'w');
  const page = Buffer.alloc(4096, 1);
  try {
    return Array.from({ length: 200 }, () => {
      writeSync(file, page);
      const startedAt = performance.now();
      fdatasyncSync(file);
      return performance.now() - startedAt;
    });
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}
