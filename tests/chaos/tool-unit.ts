/** One process of the tool under an impatient supervisor: started, killed without warning, started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toolMain } from '../support/tool-main.ts';
import { until } from '../support/until.ts';

const root = resolve(import.meta.dirname, '../..');
const startLimitMs = 240_000;
/** The tool ends within ten seconds of SIGTERM. */
const stopLimitMs = 20_000;

export interface UnitOptions {
  /** `serve-1`, `worker-2`, …: also the name of its log. */
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Port that it listens on; for a worker, that of its health and metrics. */
  readonly port: number;
  /** Folder of its log, which goes on over restarts. */
  readonly folder: string;
}

export class ToolUnit {
  readonly name: string;
  /** How often it was killed. */
  kills = 0;
  /** How often it ended by itself: never, in a sound tool. */
  ownEnds = 0;
  readonly #options: UnitOptions;
  #child: ChildProcess | null = null;
  #isOver = false;

  constructor(options: UnitOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get logFile(): string {
    return join(this.#options.folder, `${this.name}.log`);
  }

  get localUrl(): string {
    return `http://127.0.0.1:${this.#options.port}`;
  }

  get isRunning(): boolean {
    return this.#child !== null;
  }

  /** Resolves once it responds, at once if it was stopped. */
  async start(): Promise<void> {
    if (this.#child !== null || this.#isOver) return;
    const { args, env } = this.#options;
    const log = openSync(this.logFile, 'a');
    const child = spawn(process.execPath, [...toolMain(), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = null;
      this.ownEnds += 1;
    });
    await until(`${this.name} answers`, () => this.#answers(child), startLimitMs);
  }

  /** Ends it without a chance to tidy up, as a power cut would. */
  async kill(): Promise<void> {
    if (this.#child !== null) this.kills += 1;
    await this.#end('SIGKILL');
  }

  /** For good: whoever was about to start it again does not. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.#child = null;
    const exited = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
    await exited;
    clearTimeout(timer);
  }

  /** True once it responds, or once it is gone: then there is nothing to wait for. */
  async #answers(child: ChildProcess): Promise<true | undefined> {
    if (this.#child !== child) return true;
    try {
      const { ok } = await fetch(`${this.localUrl}/healthz`, { signal: AbortSignal.timeout(5_000) });
      return ok ? true : undefined;
    } catch {
      return undefined;
    }
  }
}
