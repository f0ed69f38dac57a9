/**
 * The loops that carry outgoing work: statements to record stores, scores to gradebooks. Each task has its own, so
 * that a silent store delays no grade. They keep nothing in memory that matters: all work is leased from storage, so
 * any number of workers may run and any may be killed.
 */
import type { Log } from '../log.ts';

export interface WorkerTask {
  readonly name: string;
  /** Does a bounded piece of work; answers whether more may be waiting. */
  run(): Promise<boolean>;
}

export class Worker {
  readonly #tasks: readonly WorkerTask[];
  readonly #log: Log;
  readonly #idleMs: number;
  /** How to end the rest of each loop that rests now. */
  readonly #resting = new Set<() => void>();
  #stopped = false;
  #running: Promise<unknown> | null = null;
  #stopping: Promise<void> | null = null;

  /** @param idleMs how long to rest when nothing is waiting */
  constructor(tasks: readonly WorkerTask[], log: Log, idleMs = 1_000) {
    this.#tasks = tasks;
    this.#log = log;
    this.#idleMs = idleMs;
  }

  start(): void {
    this.#running ??= Promise.all(this.#tasks.map((task) => this.#loop(task)));
  }

  /** Lets every loop look at once: something was just written. */
  wake(): void {
    for (const wake of [...this.#resting]) wake();
  }

  /**
   * Finishes the pieces of work in hand, then ends.
   * @param graceMs how long to wait for them; what is left behind by then is leased and done again later
   */
  stop(graceMs = 8_000): Promise<void> {
    this.#stopping ??= this.#end(graceMs);
    return this.#stopping;
  }

  /** One round of every task, all at a time; whether more may be waiting. */
  async runOnce(): Promise<boolean> {
    const more = await Promise.all(this.#tasks.map((task) => this.#run(task)));
    return more.includes(true);
  }

  /** A task that throws is logged and stops no other. */
  async #run(task: WorkerTask): Promise<boolean> {
    if (this.#stopped) return false;
    try {
      return await task.run();
    } catch (error) {
      this.#log.error({ task: task.name, err: error }, 'delivery.task-failed');
      return false;
    }
  }

  async #end(graceMs: number): Promise<void> {
    this.#stopped = true;
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
    return this.#stopped;
  }
}
