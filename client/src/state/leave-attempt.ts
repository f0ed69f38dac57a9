import { atMost } from '../api/timers.ts';
import type { Attempt, AttemptDeps } from './attempt.svelte.ts';

const leavingTimeoutMs = 2000;

/** Sends what waits, as far as that is possible at once; returns what was half typed. */
export async function leaveAttempt(
  { timers, typedBoxes }: Pick<AttemptDeps, 'timers' | 'typedBoxes'>,
  attempt: Attempt | null,
): Promise<string | null> {
  if (attempt === null) return null;
  typedBoxes.flush();
  const typed = typedBoxes.hand();
  await atMost(timers, leavingTimeoutMs, attempt.flush());
  attempt.leave();
  return typed;
}
