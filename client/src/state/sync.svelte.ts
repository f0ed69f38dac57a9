/**
 * Sends the actions of one epoch to the server: numbers them, stores them in the journal, sends them in order
 * with one request in flight, and retries until they are acknowledged.
 */
import type { ActAnswer, ClientAction } from '../../../server/contract/play.ts';
import type { Api } from '../api/api.ts';
import { backoffMs, requestBackoff } from '../api/backoff.ts';
import {
  type ApiProblem,
  isConnectionProblem,
  isServerFull,
  isTransient,
  toProblem,
} from '../api/problem.ts';
import { atMost, type Timers } from '../api/timers.ts';
import { firstBatch, leavingBytes } from './batches.ts';
import type { Journal } from './journal.ts';
import type { JournalEntry } from './journal-seal.ts';

/** `full`: the server responds but can store nothing more for now. */
export type ConnectionState = 'up' | 'lost' | 'full';

export interface SyncPort {
  /** The server stored actions; its view of the attempt is newer. */
  acknowledged(answer: ActAnswer): void;
  /** The server's state differs: rebuild the scene. `unsent` can be read and replaced meanwhile. */
  resync(): Promise<void>;
  connection(state: ConnectionState): void;
  /** Sending cannot continue: stale epoch, expired session, closed attempt, refused batch. */
  stopped(problem: ApiProblem): void;
}

export interface Writer {
  readonly attemptId: string;
  readonly epoch: number;
  /** Last acknowledged number of this epoch. */
  readonly actionSeq: number;
}

/** If the journal takes longer, the action is sent without it. */
const journalTimeoutMs = 1000;

export class Sync {
  unsentCount = $state(0);
  readonly #api: Api;
  readonly #journal: Journal;
  readonly #timers: Timers;
  readonly #port: SyncPort;
  readonly #writer: Writer;
  #queue: JournalEntry[] = [];
  #lastSeq: number;
  #lastTMs = 0;
  #written: Promise<unknown> = Promise.resolve();
  #isBusy = false;
  #isStopped = false;
  #connection: ConnectionState = 'up';
  #needsResync = false;
  #tries = 0;
  #cancelWait: () => void = () => undefined;
  #waiters: (() => void)[] = [];

  constructor(deps: { api: Api; journal: Journal; timers: Timers; port: SyncPort; writer: Writer }) {
    this.#api = deps.api;
    this.#journal = deps.journal;
    this.#timers = deps.timers;
    this.#port = deps.port;
    this.#writer = deps.writer;
    this.#lastSeq = deps.writer.actionSeq;
  }

  /** The place that the next action will take. */
  get nextRef(): { readonly epoch: number; readonly actionSeq: number } {
    return { epoch: this.#writer.epoch, actionSeq: this.#lastSeq + 1 };
  }

  get unsent(): readonly JournalEntry[] {
    return this.#queue;
  }

  /** Time of the last recorded action, in milliseconds since page load. */
  get lastTMs(): number {
    return this.#lastTMs;
  }

  /** Numbers an action and sends it as soon as possible; never waits. */
  record(
    action: Pick<ClientAction, 'sceneId' | 'action'>,
    stateHash: string | null,
    tMs: number = this.#timers.monotonicMs(),
  ): void {
    if (this.#isStopped) return;
    const { epoch, actionSeq } = this.nextRef;
    this.#lastSeq = actionSeq;
    this.#lastTMs = Math.max(this.#lastTMs, tMs);
    const clientAt = this.#timers.now();
    const entry = { epoch, stateHash, action: { ...action, actionSeq, tMs: this.#lastTMs, clientAt } };
    this.#setQueue([...this.#queue, entry]);
    this.#written = Promise.all([this.#written, this.#journal.put(entry)]);
    void this.#pump();
  }

  /** Gives unsent actions the hashes of a rebuilt state; null if the world refuses the action now. */
  rehash(hashOf: (entry: JournalEntry) => string | null): void {
    this.#setQueue(this.#queue.map((entry) => ({ ...entry, stateHash: hashOf(entry) })));
  }

  /** Sends what it can before the page may vanish; repeating what is in flight is harmless. */
  async flush(): Promise<void> {
    const batch = firstBatch(this.#queue, leavingBytes);
    if (batch === null || this.#isStopped) return;
    try {
      const answer = await this.#api.actWhileLeaving(this.#writer.attemptId, batch);
      if (answer === null || this.#stoppedMeanwhile()) return;
      this.#accept(answer);
      if (answer.resync) {
        this.#needsResync = true;
        this.wake();
      }
    } catch {
      // The ordinary way retries, from this page or the next.
    }
  }

  /** Retries at once: the network is back, or the page is shown again. */
  wake(): void {
    this.#cancelWait();
    void this.#pump();
  }

  /** Resolves when everything recorded so far is acknowledged, or sending stopped. */
  settled(): Promise<void> {
    if (this.#queue.length === 0 || this.#isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelWait();
    this.#release();
  }

  async #pump(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (!this.#isStopped && (this.#queue.length > 0 || this.#needsResync)) {
      try {
        if (this.#needsResync) await this.#resync();
        else await this.#sendFirst();
        this.#tries = 0;
        this.#setConnection('up');
      } catch (error) {
        if (!(await this.#mayGoOn(toProblem(error)))) break;
      }
    }
    this.#isBusy = false;
    if (this.#queue.length === 0) this.#release();
  }

  async #sendFirst(): Promise<void> {
    await atMost(this.#timers, journalTimeoutMs, this.#written);
    const batch = firstBatch(this.#queue);
    if (batch === null) return;
    const answer = await this.#api.act(this.#writer.attemptId, batch);
    // Another page became the writer meanwhile: the answer is no news for this one.
    if (this.#stoppedMeanwhile()) return;
    this.#accept(answer);
    this.#needsResync ||= answer.resync;
  }

  async #resync(): Promise<void> {
    await this.#port.resync();
    this.#needsResync = false;
  }

  /** Waits before a retry; returns false if sending is over. */
  async #mayGoOn(problem: ApiProblem): Promise<boolean> {
    if (this.#stoppedMeanwhile()) return false;
    if (!isTransient(problem)) {
      this.stop();
      this.#port.stopped(problem);
      return false;
    }
    if (isServerFull(problem)) this.#setConnection('full');
    else if (isConnectionProblem(problem)) this.#setConnection('lost');
    const waitMs = backoffMs(requestBackoff, this.#tries + 1, this.#timers.random());
    this.#tries += 1;
    await new Promise<void>((resolve) => {
      const cancel = this.#timers.after(waitMs, resolve);
      this.#cancelWait = () => {
        cancel();
        resolve();
      };
    });
    return true;
  }

  /** Answers may come twice or late: only a higher number counts. */
  #accept(answer: ActAnswer): void {
    const { acknowledged } = answer;
    const before = this.#queue.length;
    this.#setQueue(this.#queue.filter(({ action }) => action.actionSeq > acknowledged));
    if (this.#queue.length === before) return;
    void this.#journal.removeUpTo(this.#writer.epoch, acknowledged);
    this.#port.acknowledged(answer);
    if (this.#queue.length === 0) this.#release();
  }

  #stoppedMeanwhile(): boolean {
    return this.#isStopped;
  }

  #setConnection(state: ConnectionState): void {
    if (this.#connection === state) return;
    this.#connection = state;
    this.#port.connection(state);
  }

  #setQueue(queue: JournalEntry[]): void {
    this.#queue = queue;
    this.unsentCount = queue.length;
  }

  #release(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }
}
