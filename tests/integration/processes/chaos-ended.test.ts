/** A rehearsal of chaos that is ended from outside leaves no process and no folder behind. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';

const root = resolve(import.meta.dirname, '../../..');
const chaos = ['--import', 'tsx', 'tests/chaos/main.ts', '--minutes', '5', '--learners', '2'];

let home: string;
let folder: string;
let runs = 0;
let run: ChildProcess;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'numplus-chaos-ended-'));
});
beforeEach(() => {
  runs += 1;
  folder = join(home, String(runs));
  mkdirSync(folder);
});
afterEach(() => {
  // In case a test failed halfway.
  run.kill();
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

function start(command: string, args: readonly string[]): void {
  // All that it keeps goes there.
  run = spawn(command, args, {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', TMPDIR: folder },
    stdio: 'ignore',
  });
}

interface Listed {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Those that a process started, and those that they did. */
function listBelow(pid: number): Listed[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const all = [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)].map(
    ([, id, parent, command = '']): Listed => ({ pid: Number(id), parent: Number(parent), command }),
  );
  const below = (of: number): Listed[] =>
    all.filter(({ parent }) => parent === of).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** Waits until the tool runs; returns all processes of the run. */
function begun(): Promise<readonly Listed[]> {
  return until(
    'the tool is started',
    () => {
      const below = listBelow(run.pid ?? 0);
      return below.some(({ command }) => command.endsWith(' serve')) ? below : undefined;
    },
    60_000,
  );
}

async function expectNothingLeft(listed: readonly Listed[]): Promise<void> {
  const isGone = ({ pid }: Listed): boolean => {
    try {
      return !process.kill(pid, 0);
    } catch {
      return true;
    }
  };
  await until('all processes are gone', () => listed.every(isGone) || undefined);
  expect(readdirSync(folder).filter((name) => name.startsWith('numplus'))).toEqual([]);
}

describe('a chaos run', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)(
    'that is ended by %s ends what it started, and exits with a failure',
    async (signal, code) => {
      start(process.execPath, chaos);
      const exited = once(run, 'exit');
      const listed = await begun();
      run.kill(signal);
      expect(await exited).toEqual([code, null]);
      await expectNothingLeft(listed);
    },
    120_000,
  );

  it('ends by itself if its starter is killed', async () => {
    // The shell waits, as the one of npm does.
    start('sh', ['-c', '"$@" & wait', 'sh', process.execPath, ...chaos]);
    const exited = once(run, 'exit');
    const listed = await begun();
    expect(readdirSync(folder).some((name) => name.startsWith('numplus'))).toBe(true);
    run.kill('SIGKILL');
    await exited;
    await expectNothingLeft(listed);
  });
});
