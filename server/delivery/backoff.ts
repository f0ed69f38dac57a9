/** How long to wait after failures: exponential with full jitter, so that many senders don't come back at once. */

export interface Backoff {
  readonly baseMs: number;
  readonly capMs: number;
}

/** For whole destinations (reference/xapi.md §5). */
export const statementBackoff: Backoff = { baseMs: 1_000, capMs: 15 * 60_000 };

/** For single grades (reference/lti.md §5.4). */
export const gradeBackoff: Backoff = { baseMs: 30_000, capMs: 6 * 3_600_000 };

/**
 * Milliseconds to wait before try number `failures + 1`.
 * @param failures failures in a row so far, ≥ 1
 * @param chance a number in [0, 1)
 */
export function backoffMs({ baseMs, capMs }: Backoff, failures: number, chance: number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(failures, 30));
  // Never at once: a failing server gets at least a tenth of the ceiling.
  return Math.round(ceiling * (0.1 + 0.9 * chance));
}
