/** The tool as an operator runs it: commands and `serve` as processes on one data folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { toolMain } from './tool-main.ts';

const root = resolve(import.meta.dirname, '../..');
const startLimitMs = 90_000;

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class ToolProcess {
  readonly port: number;
  readonly publicUrl: string;
  #env: Readonly<Record<string, string>>;
  readonly #folder = mkdtempSync(join(tmpdir(), 'numplus-test-'));
  #child: ChildProcess | null = null;
  #log = '';

  /**
   * @param host name in the public address: `tool.localhost` for browsers, `127.0.0.1` for Node
   * @param env PUBLIC_URL replaces this address, for tools behind a proxy
   */
  constructor(port: number, host: string, env: Readonly<Record<string, string>>) {
    this.port = port;
    this.publicUrl = env.PUBLIC_URL ?? `http://${host}:${port}`;
    this.#env = {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: this.publicUrl,
      SECRET_KEY: randomBytes(32).toString('hex'),
      DATABASE_URL: `sqlite:${join(this.#folder, 'numplus.db')}`,
      ALLOW_INSECURE_LOOPBACK: 'on',
      // Tests play faster than people; those of flags turn them on.
      EFFORT_FLAGS: 'off',
      ...env,
    };
  }

  /** Output of the process so far. */
  get log(): string {
    return this.#log;
  }

  /** Address for Node, whose resolver may not know `*.localhost`. */
  get localUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get databaseFile(): string {
    return (this.#env.DATABASE_URL ?? '').slice('sqlite:'.length);
  }

  /** SECRET_KEY. */
  get secretKey(): string {
    return this.#env.SECRET_KEY ?? '';
  }

  /** Environment of its processes. */
  get settings(): Readonly<Record<string, string>> {
    return this.#env;
  }

  /** Changes the environment of later processes. */
  changeSettings(env: Readonly<Record<string, string>>): void {
    this.#env = { ...this.#env, ...env };
  }

  /** Runs one command until it exits. */
  run(...args: readonly string[]): Promise<CommandResult> {
    return this.runWith({}, ...args);
  }

  /** The same with further settings. */
  async runWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CommandResult> {
    const child = this.#spawn(args, env);
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
    const code = await new Promise<number | null>((done) => child.once('close', done));
    return { code, stdout: stdout(), stderr: stderr() };
  }

  /** Starts `serve` with these options and resolves once it listens. */
  start(...options: readonly string[]): Promise<void> {
    return this.#startUntil('server.listening', ['serve', ...options]);
  }

  /** Starts `worker` in place of `serve`, and resolves once it works. */
  startWorker(): Promise<void> {
    return this.#startUntil('worker.started', ['worker']);
  }

  async #startUntil(said: string, args: readonly string[]): Promise<void> {
    const child = this.#spawn(args);
    this.#child = child;
    await new Promise<void>((done, fail) => {
      const timer = setTimeout(() => {
        fail(new Error(`the tool did not listen:\n${this.#log}`));
      }, startLimitMs);
      let hasBegun = false;
      const listen = (chunk: Buffer): void => {
        this.#log += chunk.toString();
        // Looking costs a copy of the whole log, which would slow down a long measurement.
        if (hasBegun || !this.#log.slice(-4000).includes(said)) return;
        hasBegun = true;
        clearTimeout(timer);
        done();
      };
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
      child.once('exit', (code) => {
        clearTimeout(timer);
        fail(new Error(`the tool ended with ${String(code)}:\n${this.#log}`));
      });
    });
  }

  /** Kills the process with SIGKILL. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Stops the process with SIGTERM; returns its exit code, or null if a signal ended it or nothing ran. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Stops the process and deletes its data. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (child?.exitCode !== null || child.signalCode !== null) return null;
    const exited = new Promise<number | null>((done) => child.once('exit', done));
    child.kill(signal);
    return exited;
  }

  #spawn(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
    this.#log = args[0] === 'serve' || args[0] === 'worker' ? '' : this.#log;
    return spawn(process.execPath, [...toolMain(), ...args], {
      cwd: root,
      env: { ...this.#env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
