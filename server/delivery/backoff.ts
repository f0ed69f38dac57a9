/** Exponential backoff with full jitter, so that senders don't retry together. */

export interface Backoff {
  readonly baseMs: number;
  readonly capMs: number;
}

/** For a whole destination (reference/xapi.md §5). */
export const statementBackoff: Backoff = { baseMs: 1_000, capMs: 15 * 60_000 };

/** For a single grade (reference/lti.md §5.4). */
export const gradeBackoff: Backoff = { baseMs: 30_000, capMs: 6 * 3_600_000 };

/**
 * Wait before try number `failures + 1`.
 * @param failures in a row, ≥ 1
 * @param chance random number in [0, 1)
 */
export function backoffMs({ baseMs, capMs }: Backoff, failures: number, chance: number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(failures, 30));
  // At least a tenth, so that a failing server is never retried at once.
  return Math.round(ceiling * (0.1 + 0.9 * chance));
}
