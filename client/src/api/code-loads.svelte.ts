/** Loads parts of the page's code, and retries. Many browsers remember a failed import (whatwg/html#6768). */
import { backoffMs, requestBackoff } from './backoff.ts';
import { pageTimers, type Timers } from './timers.ts';

interface PageLine {
  /** Rejects if one still can't be loaded. */
  readonly loadLostStyles: () => Promise<void>;
  readonly reaches: () => Promise<boolean>;
  /** Only a new page can load the part. */
  readonly onstuck: () => void;
}

export class CodeLoads {
  /** Parts that failed and are retried. */
  late = $state(0);
  readonly #timers: Timers;
  #waits: readonly (() => void)[] = [];
  #line: PageLine | null = null;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  connect(line: PageLine): void {
    this.#line = line;
  }

  wake(): void {
    for (const end of this.#waits) end();
  }

  /** Never rejects. */
  async load<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
    for (let failures = 0; ;) {
      try {
        await this.#line?.loadLostStyles();
        const part = await fetchPart();
        if (failures > 0) this.late -= 1;
        return part;
      } catch {
        failures += 1;
        if (failures === 1) this.late += 1;
        else if (await this.#reaches()) this.#line?.onstuck();
        await this.#wait(failures);
      }
    }
  }

  /** Calls `run` once the server responds, unless cancelled by the returned function. */
  whenReached(run: () => void): () => void {
    let isLeft = false;
    const isWanted = (): boolean => !isLeft;
    if (this.#line !== null) void this.#watch(run, isWanted);
    return () => {
      isLeft = true;
    };
  }

  async #watch(run: () => void, isWanted: () => boolean): Promise<void> {
    for (let failures = 1; isWanted(); failures += 1) {
      await this.#wait(failures);
      if (!isWanted() || !(await this.#reaches())) continue;
      if (isWanted()) run();
      return;
    }
  }

  async #reaches(): Promise<boolean> {
    return (await this.#line?.reaches()) ?? false;
  }

  #wait(failures: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        this.#waits = this.#waits.filter((other) => other !== end);
        resolve();
      };
      const cancel = this.#timers.after(backoffMs(requestBackoff, failures, this.#timers.random()), end);
      this.#waits = [...this.#waits, end];
    });
  }
}

export const pageCode = new CodeLoads(pageTimers);
