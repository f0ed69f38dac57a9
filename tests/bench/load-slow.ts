/**
 * What taking actions costs where a flush of the disk takes time: here it may end in a cache. The tool and the bare
 * endpoint wait alike, each as often as it flushes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRun } from '../support/cannot-run.ts';
import { say, sayLoad } from './figures.ts';
import { LoadClient } from './load-client.ts';
import { compare, connections, learnersAtOnce, print, rounds, sampled, startRival } from './load-rounds.ts';
import { readProcess, sendLearners, startLoadStack } from './load-world.ts';

const heldUpMs = [0.5, 2, 5] as const;

/** @throws CannotRun where there is no C compiler, or no way to load something before the C library */
export async function benchLoadSlow(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-flush-'));
  try {
    const library = compile(folder);
    say('\none process with SQLite, each flush held up');
    for (const ms of heldUpMs) {
      await measure(`${ms} ms`, { LD_PRELOAD: library, FLUSH_US: String(1_000 * ms) });
    }
    sayLoad();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(folder: string): string {
  const library = join(folder, 'slow-flush.so');
  const source = join(import.meta.dirname, 'slow-flush.c');
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']);
  if (process.platform !== 'linux' || status !== 0)
    throw new CannotRun('This needs Linux and a C compiler (cc).');
  return library;
}

async function measure(what: string, env: Readonly<Record<string, string>>): Promise<void> {
  const stack = await startLoadStack(env);
  const client = new LoadClient(connections);
  const bare = await startRival(client, stack, env);
  const { localUrl } = stack.tool;
  const tool = {
    baseUrl: localUrl,
    readProcesses: async () => [await readProcess(localUrl, stack.metricsToken)],
  };
  try {
    const { learners } = await sendLearners(stack, learnersAtOnce, sampled);
    print(`by ${what}`, await compare({ tool, bare, client }, learners, rounds));
  } finally {
    client.close();
    await Promise.all([stack.close(), bare.close()]);
  }
}
