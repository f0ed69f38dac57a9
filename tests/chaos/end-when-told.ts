/** A run that is stopped, fails, or whose starter is gone ends what it started: no other process knows of it. */
import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import type { Belongings } from './belongings.ts';

const starterCheckMs = 500;

/** npm, a shell and tsx stand before this process, and do not all hand on a signal that ends them. */
const wrapper = /^(?:npm|npx) |^\S*sh -c |\btsx\b/;

/** From now on. What comes while it ends changes nothing: half an end would leave processes behind. */
export function endWhenTold(belongings: Belongings): void {
  let isEnding = false;
  const end = (reason: string, code: number, keepFiles = false): void => {
    if (isEnding) return;
    isEnding = true;
    process.stderr.write(`${reason}\nending what was started\n`);
    void belongings
      .end(keepFiles)
      .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
      .finally(() => process.exit(code));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      end(signal, 128 + constants.signals[signal]);
    });
  }
  process.on('uncaughtException', (error) => {
    end(error.stack ?? String(error), 1, true);
  });
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', () => {
      end('nobody reads this any more', 1);
    });
  }
  watchStarters(() => {
    end('who started this is gone', 1);
  });
}

function watchStarters(onGone: () => void): void {
  const parent = process.ppid;
  const wrappers = listWrappers(parent);
  setInterval(() => {
    if (process.ppid !== parent || !wrappers.every(isAlive)) onGone();
  }, starterCheckMs).unref();
}

/** The process and its parents as long as they are wrappers; empty if there is no `ps`. */
function listWrappers(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
  const [, parent = '', command = ''] = /^\s*(\d+)\s+(.*)/.exec(stdout) ?? [];
  return wrapper.test(command) ? [pid, ...listWrappers(Number(parent))] : [];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
