/** Jitter keeps a classroom from retrying at the same moment. */
import type { Timers } from './timers.ts';

interface Backoff {
  /** Doubles with each further failure. */
  readonly firstMs: number;
  readonly capMs: number;
  /** Least share of the longest wait, 0 to 1. */
  readonly leastShare: number;
}

export const requestBackoff: Backoff = { firstMs: 800, capMs: 20_000, leastShare: 0.5 };

/**
 * Same formula as server/delivery/backoff.ts. Milliseconds.
 * @param failures in a row, ≥ 1
 * @param chance random number in [0, 1)
 */
export function backoffMs({ firstMs, capMs, leastShare }: Backoff, failures: number, chance: number): number {
  const longestMs = Math.min(capMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(longestMs * (leastShare + (1 - leastShare) * chance));
}

export async function retry<Answer>(
  timers: Timers,
  maxTries: number,
  mayRetry: (error: unknown) => boolean,
  work: () => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries + 1 >= maxTries || !mayRetry(error)) throw error;
      await new Promise<void>((resolve) => {
        timers.after(backoffMs(requestBackoff, tries + 1, timers.random()), resolve);
      });
    }
  }
}
