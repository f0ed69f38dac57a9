/** Counts in memory: each process counts what it takes. */
import { LRUCache } from 'lru-cache';
import { AppError } from '../base/errors.ts';

/** Fast people make dozens; enough for hours played without a connection. */
export const actionsPerMinute = 5_000;

const windowMs = 60_000;

/** Beyond, those counted longest ago are forgotten. */
const mostPeople = 5_000;

export interface Pace {
  /**
   * Returns how many of `wanted` may be taken now, at least one.
   * @throws AppError attempt.too-fast
   */
  take(personId: string, wanted: number): number;
}

/** @param clock milliseconds since any fixed moment */
export function createPace(clock: () => number): Pace {
  const minutes = new LRUCache<string, { taken: number }>({
    max: mostPeople,
    ttl: windowMs,
    ttlResolution: 0,
    perf: { now: clock },
  });
  return {
    take(personId, wanted) {
      const minute = minutes.get(personId) ?? { taken: 0 };
      const granted = Math.min(wanted, actionsPerMinute - minute.taken);
      if (wanted > 0 && granted === 0) {
        throw new AppError('attempt.too-fast', {
          waitS: Math.ceil(minutes.getRemainingTTL(personId) / 1_000),
        });
      }
      if (minute.taken === 0) minutes.set(personId, minute);
      minute.taken += granted;
      return granted;
    },
  };
}
