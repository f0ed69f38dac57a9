import { atMost, type Timers } from '../api/timers.ts';
import type { Attempt } from './attempt.svelte.ts';

const leavingTimeoutMs = 2000;

/** Sends what waits, as far as that is possible at once. */
export async function leaveAttempt(timers: Timers, attempt: Attempt | null): Promise<void> {
  if (attempt === null) return;
  await atMost(timers, leavingTimeoutMs, attempt.flush());
  attempt.leave();
}
