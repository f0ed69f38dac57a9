/**
 * Jitter, so that senders don't retry together. client/src/api/backoff.ts repeats the formula, because it may
 * not import server code; a test compares both.
 */

export interface Backoff {
  /** After the first failure; doubles. */
  readonly firstMs: number;
  readonly capMs: number;
  /** Least share of the wait, 0 to 1: a failing server is never retried at once. */
  readonly leastShare: number;
}

/** Per destination. */
export const statementBackoff: Backoff = { firstMs: 2_000, capMs: 15 * 60_000, leastShare: 0.1 };

/** Per grade. */
export const gradeBackoff: Backoff = { firstMs: 60_000, capMs: 6 * 3_600_000, leastShare: 0.1 };

/**
 * Wait before the next try, in milliseconds.
 * @param failures in a row, ≥ 1
 * @param chance random, in [0, 1)
 */
export function backoffMs({ firstMs, capMs, leastShare }: Backoff, failures: number, chance: number): number {
  const longestMs = Math.min(capMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(longestMs * (leastShare + (1 - leastShare) * chance));
}
