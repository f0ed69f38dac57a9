/**
 * The loops that carry outgoing work: statements to record stores, scores to gradebooks. Each task has its own, so
 * that a silent store delays no grade. They keep nothing in memory that matters: all work is leased from storage, so
 * any number of workers may run and any may be killed.
 */
import type { Log } from '../base/log.ts';

export interface WorkerTask {
  readonly name: string;
  /**
   * Does a bounded piece of work; answers whether more may be waiting. Once `stopping` is aborted it finishes what it
   * began, begins no other part, and sets free at once what it leased and did not begin.
   */
  run(stopping: AbortSignal): Promise<boolean>;
}

/** Tasks that come to be while the worker runs, one for each record store: each gets a loop of its own. */
export interface TaskSource {
  readonly name: string;
  /** All there are now; a task keeps its name. */
  list(): Promise<readonly WorkerTask[]>;
}

export class Worker {
  readonly #tasks: readonly (WorkerTask | TaskSource)[];
  readonly #log: Log;
  readonly #idleMs: number;
  /** How to end the rest of each loop that rests now. */
  readonly #resting = new Set<() => void>();
  readonly #stopping = new AbortController();
  #running: Promise<unknown> | null = null;
  #end: Promise<void> | null = null;

  /** @param idleMs how long to rest when nothing is waiting */
  constructor(tasks: readonly (WorkerTask | TaskSource)[], log: Log, idleMs = 1_000) {
    this.#tasks = tasks;
    this.#log = log;
    this.#idleMs = idleMs;
  }

  start(): void {
    this.#running ??= Promise.all(
      this.#tasks.map((task) => ('run' in task ? this.#loop(task) : this.#follow(task))),
    );
  }

  /** Lets every loop look at once: something was just written. */
  wake(): void {
    for (const wake of [...this.#resting]) wake();
  }

  /**
   * Finishes the pieces of work in hand, then ends.
   * @param graceMs how long to wait for them. What is under way even then keeps its lease until that runs out: the
   * receiver may have taken it or be about to, and nobody should send the same beside it.
   */
  stop(graceMs = 8_000): Promise<void> {
    this.#end ??= this.#finish(graceMs);
    return this.#end;
  }

  /** One round of every task, all at a time; whether more may be waiting. */
  async runOnce(): Promise<boolean> {
    const found = await Promise.all(
      this.#tasks.map((task) => ('run' in task ? Promise.resolve([task]) : this.#list(task))),
    );
    const more = await Promise.all(found.flat().map((task) => this.#run(task)));
    return more.includes(true);
  }

  /** A source that throws is logged, and asked again later. */
  async #list(source: TaskSource): Promise<readonly WorkerTask[]> {
    if (this.#isStopped()) return [];
    try {
      return await source.list();
    } catch (error) {
      this.#log.error({ task: source.name, err: error }, 'delivery.task-failed');
      return [];
    }
  }

  /** Begins a loop for each task of a source, also for those that appear later. */
  async #follow(source: TaskSource): Promise<void> {
    const loops = new Map<string, Promise<void>>();
    while (!this.#isStopped()) {
      for (const task of await this.#list(source)) {
        if (!loops.has(task.name)) loops.set(task.name, this.#loop(task));
      }
      await this.#rest();
    }
    await Promise.all(loops.values());
  }

  /** A task that throws is logged and stops no other. */
  async #run(task: WorkerTask): Promise<boolean> {
    if (this.#isStopped()) return false;
    try {
      return await task.run(this.#stopping.signal);
    } catch (error) {
      this.#log.error({ task: task.name, err: error }, 'delivery.task-failed');
      return false;
    }
  }

  async #finish(graceMs: number): Promise<void> {
    this.#stopping.abort();
    this.wake();
    if (this.#running === null) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([this.#running, patience]);
    clearTimeout(timer);
  }

  async #loop(task: WorkerTask): Promise<void> {
    while (!this.#isStopped()) {
      const more = await this.#run(task);
      if (!more) await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    // Stop may have been asked for while the last round ran.
    if (this.#isStopped()) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#resting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, this.#idleMs);
      this.#resting.add(end);
    });
  }

  #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }
}
