/** Record stores of others as processes on loopback, each in a folder of its own that goes with it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from '../support/ports.ts';
import { until } from '../support/until.ts';

const installed = resolve(import.meta.dirname, '../../.peers');
const key = 'key';
const secret = 'secret';
/** Python takes its time on a busy machine. */
const startLimitMs = 60_000;

export interface Peer {
  /** Base address of its xAPI resources. */
  readonly endpoint: string;
  readonly key: string;
  readonly secret: string;
  close(): Promise<void>;
}

interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly port: number;
  /** Answered with 200 once it is there. */
  readonly probe: string;
}

/** Learning Locker's statements service 7.8.0 (npm, GPL-3.0), everything in memory. xAPI 1.0.x, no State. */
export async function startLearningLocker(): Promise<Peer> {
  const folder = makeFolder();
  const port = await findFreePort();
  const main = join(installed, 'npm/node_modules/@learninglocker/xapi-statements/dist/server.js');
  mustExist(main);
  return launch({
    folder,
    port,
    command: process.execPath,
    args: [main],
    probe: '/xAPI/about',
    env: {
      AUTH_REPO: 'test',
      EVENTS_REPO: 'test',
      MODELS_REPO: 'memory',
      STORAGE_REPO: 'memory',
      EXPRESS_PORT: String(port),
    },
  });
}

/** ralph 5.0.1 (PyPI, MIT) with its file back end. Takes every statement as 1.0.3; only /xAPI/statements. */
export async function startRalph(): Promise<Peer> {
  const folder = makeFolder();
  const port = await findFreePort();
  const bin = (name: string): string => join(installed, 'venv/bin', name);
  mustExist(bin('ralph'));
  const lrs = join(folder, 'lrs');
  mkdirSync(lrs);
  const env = {
    RALPH_APP_DIR: folder,
    RALPH_RUNSERVER_BACKEND: 'fs',
    RALPH_RUNSERVER_AUTH_BACKENDS: 'basic',
    RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH: lrs,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const account = ['-u', key, '-p', secret, '-s', 'all', '-A', 'tester', 'https://tests.example/', '-w'];
  await promisify(execFile)(bin('ralph'), ['auth', ...account], {
    env: { ...env, HOME: folder },
    cwd: folder,
  });
  return launch({
    folder,
    port,
    command: bin('uvicorn'),
    env,
    probe: '/__heartbeat__',
    args: [
      'ralph_app:app',
      '--app-dir',
      import.meta.dirname,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--log-level',
      'warning',
    ],
  });
}

function mustExist(file: string): void {
  if (!existsSync(file)) throw new Error(`${file} is not there: run tests/peers/install.sh`);
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'numplus-peer-'));
}

async function launch({ command, args, env, folder, port, probe }: Launch): Promise<Peer> {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...env, PATH: process.env.PATH, HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += String(chunk)));
  const base = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(
      `an answer of ${command}`,
      async () => {
        if (child.exitCode !== null) throw new Error(`it ended: ${log}`);
        const answer = await fetch(base + probe).catch(() => null);
        return answer?.status === 200 ? true : undefined;
      },
      startLimitMs,
    );
  } catch (error) {
    await close();
    throw new Error(`${command} did not start: ${log}`, { cause: error });
  }
  return { endpoint: `${base}/xAPI`, key, secret, close };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolveEnd) => child.once('close', resolveEnd));
  child.kill('SIGKILL');
  await ended;
}
