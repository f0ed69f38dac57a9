/**
 * Exponential backoff with jitter, so that senders don't retry together. The client has the same formula in
 * client/src/api/backoff.ts: it may not import server code, and a file for both would have to live in the simulated
 * world or among the contract's types, where it doesn't belong. A test holds the two together.
 */

export interface Backoff {
  /** Longest wait after the first failure; doubles with each further one. */
  readonly firstMs: number;
  readonly capMs: number;
  /** Share of the longest wait that always passes, so that a failing server is never retried at once. */
  readonly leastShare: number;
}

/** For a whole destination (reference/xapi.md §5). */
export const statementBackoff: Backoff = { firstMs: 2_000, capMs: 15 * 60_000, leastShare: 0.1 };

/** For a single grade (reference/lti.md §5.4). */
export const gradeBackoff: Backoff = { firstMs: 60_000, capMs: 6 * 3_600_000, leastShare: 0.1 };

/**
 * Milliseconds to wait before the next try.
 * @param failures in a row, ≥ 1
 * @param chance random number in [0, 1)
 */
export function backoffMs({ firstMs, capMs, leastShare }: Backoff, failures: number, chance: number): number {
  const longestMs = Math.min(capMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(longestMs * (leastShare + (1 - leastShare) * chance));
}
