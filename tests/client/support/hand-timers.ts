/** Time that a test moves by hand. */
import type { Timers } from '../../../client/src/api/timers.ts';

export class HandTimers implements Timers {
  #nowMs = 0;
  #waiting: { readonly atMs: number; readonly run: () => void }[] = [];

  now(): number {
    return 1_800_000_000_000 + this.#nowMs;
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  random(): number {
    return 0.5;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { atMs: this.#nowMs + delayMs, run };
    this.#waiting.push(timer);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== timer);
    };
  }

  /** Moves time on, running what falls due in order, and lets promises settle between. */
  async pass(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await settle();
    for (;;) {
      const [next] = this.#waiting
        .filter(({ atMs }) => atMs <= endMs)
        .sort((left, right) => left.atMs - right.atMs);
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter((timer) => timer !== next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.run();
      await settle();
    }
    this.#nowMs = endMs;
  }
}

/**
 * Lets everything that waits for no time go on. Sealing runs on Node's thread pool: digests queued behind it come
 * back after it.
 */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    const queued = Array.from({ length: 4 }, () => crypto.subtle.digest('SHA-256', new Uint8Array(4096)));
    await Promise.all(queued);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}
