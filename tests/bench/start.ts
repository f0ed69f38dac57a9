/** Time from command to listening: a first and a second `npm start` in a fresh clone, and `serve` beside them. */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const limitMs = 8 * 60_000;

/** Prints the three times and how they compare. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-bench-'));
  try {
    const clone = join(folder, 'clone');
    const cloned = spawnSync('git', ['clone', '--quiet', root, clone], { encoding: 'utf8' });
    if (cloned.status !== 0) throw new Error(`git clone: ${cloned.stderr}`);
    const demo = ['start', '--', '--port', '4300', '--lms-port', '4301', '--lrs-port', '4302'];
    const firstMs = await timeToListening('npm', demo, clone, {});
    const secondMs = await timeToListening('npm', demo, clone, {});
    const serveMs = await timeToListening(process.execPath, ['bin/numplus.js', 'serve'], clone, {
      PORT: '4303',
      PUBLIC_URL: 'http://tool.localhost:4303',
      ALLOW_INSECURE_LOOPBACK: 'on',
      SECRET_KEY: randomBytes(32).toString('hex'),
      EFFORT_FLAGS: 'off',
      DATABASE_URL: 'sqlite:data/bench.db',
    });
    print('first npm start (install, build, demo)', firstMs, firstMs);
    print('second npm start', secondMs, firstMs);
    print('serve', serveMs, firstMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(what: string, ms: number, wholeMs: number): void {
  const seconds = (ms / 1000).toFixed(2).padStart(8);
  process.stdout.write(
    `${seconds} s  ${((100 * ms) / wholeMs).toFixed(1).padStart(5)} % of the first  ${what}\n`,
  );
}

/** Runs until the process reports that it listens, then ends its whole process group. */
async function timeToListening(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  try {
    await new Promise<void>((done, fail) => {
      const timer = setTimeout(() => {
        fail(new Error(`not listening after ${limitMs} ms:\n${heard}`));
      }, limitMs);
      const listen = (chunk: Buffer): void => {
        heard += chunk.toString();
        if (!heard.includes('listening')) return;
        clearTimeout(timer);
        done();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', (code) => {
        clearTimeout(timer);
        fail(new Error(`ended with ${String(code)} before it listened:\n${heard}`));
      });
    });
    return performance.now() - startedAt;
  } finally {
    const { pid } = child;
    const ended = new Promise((done) => child.once('exit', done));
    if (pid !== undefined && child.exitCode === null) {
      process.kill(-pid, 'SIGTERM');
      await ended;
    }
  }
}
