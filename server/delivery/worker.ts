/**
 * The loop that carries outgoing work: statements to record stores, scores to gradebooks. It keeps nothing in
 * memory that matters: all work is leased from storage, so any number of workers may run and any may be killed.
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
  #stopped = false;
  #wake: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #stopping: Promise<void> | null = null;

  /** @param idleMs how long to rest when nothing is waiting */
  constructor(tasks: readonly WorkerTask[], log: Log, idleMs = 1_000) {
    this.#tasks = tasks;
    this.#log = log;
    this.#idleMs = idleMs;
  }

  start(): void {
    this.#running ??= this.#loop();
  }

  /** Lets the loop look at once: something was just written. */
  wake(): void {
    this.#wake?.();
  }

  /**
   * Finishes the piece of work in hand, then ends.
   * @param graceMs how long to wait for it; what is left behind by then is leased and done again later
   */
  stop(graceMs = 8_000): Promise<void> {
    this.#stopping ??= this.#end(graceMs);
    return this.#stopping;
  }

  /** One round over all tasks; a task that throws is logged and does not stop the others. */
  async runOnce(): Promise<boolean> {
    let more = false;
    for (const task of this.#tasks) {
      if (this.#stopped) return false;
      try {
        if (await task.run()) more = true;
      } catch (error) {
        this.#log.error({ task: task.name, err: error }, 'delivery.task-failed');
      }
    }
    return more;
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

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      const more = await this.runOnce();
      if (!more) await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    // Stop may have been asked for while the last round ran.
    if (this.#isStopped()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#idleMs);
      this.#wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }

  #isStopped(): boolean {
    return this.#stopped;
  }
}
