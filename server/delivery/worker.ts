/** One loop per task, so that a slow store delays no grade. Work is leased: any worker may be killed. */
import type { Log } from '../base/log.ts';

export interface WorkerTask {
  readonly name: string;
  /**
   * Returns whether more work may be waiting. Once `stopping`, starts nothing new and releases leases not
   * begun.
   */
  run(stopping: AbortSignal): Promise<boolean>;
}

export interface TaskSource {
  readonly name: string;
  /** A task's name must not change: its loop is found by name. */
  list(): Promise<readonly WorkerTask[]>;
}

export class Worker {
  readonly #tasks: readonly (WorkerTask | TaskSource)[];
  readonly #heartbeat: WorkerTask | undefined;
  readonly #log: Log;
  readonly #idleMs: number;
  readonly #resting = new Set<() => void>();
  readonly #stopping = new AbortController();
  #running: Promise<unknown> | null = null;
  #end: Promise<void> | null = null;

  /** @param heartbeat runs from `start` on, not in `runOnce` */
  constructor(tasks: readonly (WorkerTask | TaskSource)[], log: Log, idleMs = 1_000, heartbeat?: WorkerTask) {
    this.#tasks = tasks;
    this.#heartbeat = heartbeat;
    this.#log = log;
    this.#idleMs = idleMs;
  }

  start(): void {
    const tasks = this.#heartbeat === undefined ? this.#tasks : [this.#heartbeat, ...this.#tasks];
    this.#running ??= Promise.all(
      tasks.map((task) => ('run' in task ? this.#loop(task) : this.#follow(task))),
    );
  }

  /** Wakes all resting loops; call it after a write. */
  wake(): void {
    for (const wake of [...this.#resting]) wake();
  }

  /** @param graceMs how long it waits. Unfinished work keeps its lease, because the receiver may have the data */
  stop(graceMs = 8_000): Promise<void> {
    this.#end ??= this.#finish(graceMs);
    return this.#end;
  }

  /** Runs each task once. Returns whether more work may be waiting. */
  async runOnce(): Promise<boolean> {
    const found = await Promise.all(
      this.#tasks.map((task) => ('run' in task ? Promise.resolve([task]) : this.#list(task))),
    );
    const more = await Promise.all(found.flat().map((task) => this.#run(task)));
    return more.includes(true);
  }

  async #list(source: TaskSource): Promise<readonly WorkerTask[]> {
    if (this.#isStopped()) return [];
    try {
      return await source.list();
    } catch (error) {
      this.#log.error({ task: source.name, err: error }, 'delivery.task-failed');
      return [];
    }
  }

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

  /** An error is logged and stops no other task. */
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
    // `stop` may have been called while the task ran.
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
