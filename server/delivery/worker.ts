/**
 * Loops that send statements and scores. Each task has its own loop, so that a slow store delays no grade.
 * All work is leased from storage: any number of workers may run, and any may be killed.
 */
import type { Log } from '../base/log.ts';

export interface WorkerTask {
  readonly name: string;
  /**
   * Does a bounded piece of work and returns whether more may be waiting. Once `stopping` is aborted, it
   * finishes what it began, starts nothing else, and releases what it leased and did not begin.
   */
  run(stopping: AbortSignal): Promise<boolean>;
}

/** Tasks that may appear while the worker runs, such as one per record store. */
export interface TaskSource {
  readonly name: string;
  /** Returns all current tasks. Names of tasks are stable. */
  list(): Promise<readonly WorkerTask[]>;
}

export class Worker {
  readonly #tasks: readonly (WorkerTask | TaskSource)[];
  readonly #log: Log;
  readonly #idleMs: number;
  /** Callbacks that end the current rest of each loop. */
  readonly #resting = new Set<() => void>();
  readonly #stopping = new AbortController();
  #running: Promise<unknown> | null = null;
  #end: Promise<void> | null = null;

  /** @param idleMs rest between rounds when nothing is waiting */
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

  /** Ends the rest of every loop, after something was written. */
  wake(): void {
    for (const wake of [...this.#resting]) wake();
  }

  /**
   * Finishes the work in progress, then ends.
   * @param graceMs maximum wait. Work in progress after that keeps its lease until it expires, because the
   *   receiver may already have it, and nobody should send it a second time.
   */
  stop(graceMs = 8_000): Promise<void> {
    this.#end ??= this.#finish(graceMs);
    return this.#end;
  }

  /** Runs every task once, in parallel. Returns whether more may be waiting. */
  async runOnce(): Promise<boolean> {
    const found = await Promise.all(
      this.#tasks.map((task) => ('run' in task ? Promise.resolve([task]) : this.#list(task))),
    );
    const more = await Promise.all(found.flat().map((task) => this.#run(task)));
    return more.includes(true);
  }

  /** A source that throws is logged and asked again later. */
  async #list(source: TaskSource): Promise<readonly WorkerTask[]> {
    if (this.#isStopped()) return [];
    try {
      return await source.list();
    } catch (error) {
      this.#log.error({ task: source.name, err: error }, 'delivery.task-failed');
      return [];
    }
  }

  /** Starts a loop for each task of a source, including those that appear later. */
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
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([this.#running, timeout]);
    clearTimeout(timer);
  }

  async #loop(task: WorkerTask): Promise<void> {
    while (!this.#isStopped()) {
      const more = await this.#run(task);
      if (!more) await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    // `stop` may have been called while the last round ran.
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
