/** Exponential backoff with jitter, so that a classroom does not retry at the same moment. */
import type { Timers } from './timers.ts';

const firstMs = 800;
const longestMs = 20_000;

/** Delay before try number `tries` + 1, in milliseconds: between half of the doubled step and all of it. */
export function backoffMs(tries: number, random: number): number {
  const stepMs = Math.min(longestMs, firstMs * 2 ** Math.min(tries, 10));
  return Math.round(stepMs * (0.5 + random / 2));
}

/** Runs `work` up to `maxTries` times while `mayRetry` allows it. */
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
        timers.after(backoffMs(tries, timers.random()), resolve);
      });
    }
  }
}
