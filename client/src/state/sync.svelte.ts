/**
 * Sends one epoch's actions in order, one request at a time; stores them in the journal and retries until
 * acknowledged.
 */
import type { ActAnswer, ClientAction } from '../../../server/contract/play.ts';
import type { Api } from '../api/api.ts';
import { backoffMs, requestBackoff } from '../api/backoff.ts';
import { type ApiProblem, isTransient, toProblem, type WaitReason, whyToWait } from '../api/problem.ts';
import { atMost, type Timers } from '../api/timers.ts';
import { firstBatch, leavingBytes } from './batches.ts';
import type { Journal } from './journal.ts';
import type { JournalEntry } from './journal-seal.ts';

export type ConnectionState = 'up' | WaitReason;

export interface SyncPort {
  /** The answer has a newer view of the attempt. */
  acknowledged(answer: ActAnswer): void;
  /** The server's state differs: rebuild the scene. `unsent` can be read and replaced meanwhile. */
  resync(): Promise<void>;
  connection(state: ConnectionState): void;
  /** Sending ended: stale epoch, expired session, closed attempt or refused batch. */
  stopped(problem: ApiProblem): void;
}

export interface Writer {
  readonly attemptId: string;
  readonly epoch: number;
  readonly actionSeq: number;
}

/** If the journal takes longer, sends without it. */
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

  get nextRef(): { readonly epoch: number; readonly actionSeq: number } {
    return { epoch: this.#writer.epoch, actionSeq: this.#lastSeq + 1 };
  }

  get unsent(): readonly JournalEntry[] {
    return this.#queue;
  }

  /** Time of the last action, milliseconds since page load. */
  get lastTMs(): number {
    return this.#lastTMs;
  }

  /** Sends as soon as possible; never waits. */
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

  /** Sets new hashes after a rebuild; `hashOf` returns null if the world now refuses the action. */
  rehash(hashOf: (entry: JournalEntry) => string | null): void {
    this.#setQueue(this.#queue.map((entry) => ({ ...entry, stateHash: hashOf(entry) })));
  }

  /** Call it if the page may vanish. Requests in flight may be repeated without harm. */
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
      // Retried later by this page or the next.
    }
  }

  /** Retries now, without waiting. */
  wake(): void {
    this.#cancelWait();
    void this.#pump();
  }

  /** Resolves when everything recorded is acknowledged, or sending stopped. */
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
    // Another page may have become the writer meanwhile.
    if (this.#stoppedMeanwhile()) return;
    this.#accept(answer);
    this.#needsResync ||= answer.resync;
  }

  async #resync(): Promise<void> {
    await this.#port.resync();
    this.#needsResync = false;
  }

  /** Waits before a retry. Returns false if sending is over. */
  async #mayGoOn(problem: ApiProblem): Promise<boolean> {
    if (this.#stoppedMeanwhile()) return false;
    if (!isTransient(problem)) {
      this.stop();
      this.#port.stopped(problem);
      return false;
    }
    const why = whyToWait(problem);
    if (why !== null) this.#setConnection(why);
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

  /** Responses may repeat or come late, so only a higher number counts. */
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
