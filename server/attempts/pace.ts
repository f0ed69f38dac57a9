/** Counts actions per person and minute, in memory: each process counts what it takes. */
import { LRUCache } from 'lru-cache';
import { AppError } from '../base/errors.ts';

/** Fast people make dozens. Enough for hours that were played without a connection. */
export const actionsPerMinute = 5_000;

const windowMs = 60_000;

/** If there are more people, those counted longest ago are forgotten early. */
const mostPeople = 5_000;

export interface Pace {
  /**
   * Returns how many of `wanted` actions may be taken now, at least one.
   * @throws AppError attempt.too-fast if none may
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
