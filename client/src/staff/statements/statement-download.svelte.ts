/**
 * Resumes after the last whole line. A file is complete only if the server has nothing after its last
 * line: some proxies end a cut body normally.
 */
import { backoffMs, requestBackoff } from '../../api/backoff.ts';
import type { Caller } from '../../api/caller.ts';
import { ApiProblem, isConnectionProblem, isSessionOver, isTransient, toProblem } from '../../api/problem.ts';
import type { Timers } from '../../api/timers.ts';
import type { ReadyFile } from '../../ui/ready-file.ts';
import { everything, type StatementChoice, toPath } from './statement-request.ts';
import { WholeLines } from './whole-lines.ts';

export interface StatementDownloadDeps {
  readonly caller: Pick<Caller, 'stream'>;
  readonly timers: Timers;
  readonly onproblem: (error: unknown) => void;
  readonly toUrl: (file: Blob) => string;
}

const maxTries = 5;

/** Announcing every change would drown all other speech. */
const reportEveryMs = 5_000;

export class StatementDownload {
  /**
   * `waiting`: resumes by itself. `stopped`: resumes on request. `over`: the session ended, the file is a
   * part. `lost`, `not`: nothing came, because of the connection or the server.
   */
  state: 'none' | 'running' | 'waiting' | 'ready' | 'empty' | 'stopped' | 'over' | 'lost' | 'not' =
    $state('none');
  /** The number announced, a few seconds behind. */
  count = $state(0);
  choice: StatementChoice = $state.raw(everything);
  /** Complete if `ready`, a part if `over`. */
  file: ReadyFile | null = $state.raw(null);
  readonly #deps: StatementDownloadDeps;
  #request: StatementChoice | null = null;
  #lines = new WholeLines();
  #reportedAtMs = 0;

  constructor(deps: StatementDownloadDeps) {
    this.#deps = deps;
  }

  get isRunning(): boolean {
    return this.state === 'running' || this.state === 'waiting';
  }

  /** True while running, or holding a part that can't resume. */
  get isLocked(): boolean {
    return this.isRunning || this.state === 'over';
  }

  /** True if leaving the page would lose a part. */
  get holdsPart(): boolean {
    return this.isLocked || this.state === 'stopped';
  }

  /** Drops the part of another choice. */
  choose(choice: StatementChoice): void {
    if (this.isLocked) return;
    this.choice = choice;
    this.state = 'none';
    this.#forget();
  }

  async start(): Promise<void> {
    if (this.isLocked) return;
    this.#request = this.choice;
    this.#forget();
    await this.#run(this.#request);
  }

  async goOn(): Promise<void> {
    if (this.state === 'stopped' && this.#request !== null) await this.#run(this.#request);
  }

  async startAgain(): Promise<void> {
    if (this.#request !== null) await this.start();
  }

  /** True if the page must stay after its session ended, because leaving would lose the part. */
  outlives(problem: ApiProblem): boolean {
    if (!isSessionOver(problem)) return false;
    if (this.state === 'stopped') this.#end('over', true);
    return this.isLocked;
  }

  async #run(request: StatementChoice): Promise<void> {
    for (let tries = 0; ;) {
      this.state = 'running';
      const before = this.#lines.count;
      const problem = await this.#fetchOn(request);
      const cameOn = this.#lines.count > before;
      if (problem === null && !cameOn) {
        this.#end(before === 0 ? 'empty' : 'ready', before > 0);
        return;
      }
      tries = cameOn ? 0 : tries + 1;
      if (problem === null) continue;
      if (!isTransient(problem) || tries >= maxTries) {
        this.#giveUp(problem);
        return;
      }
      this.state = 'waiting';
      this.#report();
      await this.#pause(backoffMs(requestBackoff, tries + 1, this.#deps.timers.random()));
    }
  }

  async #fetchOn(request: StatementChoice): Promise<ApiProblem | null> {
    try {
      await this.#deps.caller.stream(toPath(request, this.#lines.last), (piece) => {
        this.#lines.add(piece);
        const isDue = this.#deps.timers.monotonicMs() >= this.#reportedAtMs + reportEveryMs;
        if (isDue || this.count === 0) this.#report();
      });
    } catch (error) {
      this.#lines.breakOff();
      return toProblem(error);
    }
    // A body that ends inside a line was cut.
    return this.#lines.breakOff() ? new ApiProblem('client.offline', 0) : null;
  }

  #giveUp(problem: ApiProblem): void {
    const hasPart = this.#lines.count > 0;
    if (isSessionOver(problem) && hasPart) this.#end('over', true);
    else if (hasPart) this.#end('stopped', false);
    else this.#end(isConnectionProblem(problem) ? 'lost' : 'not', false);
    if (isSessionOver(problem) && !hasPart) this.#deps.onproblem(problem);
  }

  #end(state: StatementDownload['state'], hasFile: boolean): void {
    this.#report();
    this.state = state;
    if (!hasFile || this.#request === null) return;
    const part = state === 'over' ? '-part' : '';
    this.file = {
      url: this.#deps.toUrl(this.#lines.toFile()),
      name: `numplus-operational${part}.jsonl`,
    };
  }

  #report(): void {
    this.count = this.#lines.count;
    this.#reportedAtMs = this.#deps.timers.monotonicMs();
  }

  #forget(): void {
    this.#lines = new WholeLines();
    this.file = null;
    this.count = 0;
    this.#reportedAtMs = -reportEveryMs;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#deps.timers.after(ms, resolve);
    });
  }
}
