/** Notices that one platform may have taken in an hour, counted in the memory of each process. */
import { LRUCache } from 'lru-cache';

/** A school copies its courses before a term; its LMS sends the others later. */
export const noticesPerHour = 500;

const hourMs = 3_600_000;
const mostPlatforms = 5_000;

export interface NoticePace {
  /** Counts one; returns 0, or the seconds until the next may be taken. */
  take(platformId: string): number;
}

export function createNoticePace(clock: () => number): NoticePace {
  const hours = new LRUCache<string, { taken: number }>({
    max: mostPlatforms,
    ttl: hourMs,
    ttlResolution: 0,
    perf: { now: clock },
  });
  return {
    take(platformId) {
      const hour = hours.get(platformId) ?? { taken: 0 };
      if (hour.taken >= noticesPerHour) return Math.ceil(hours.getRemainingTTL(platformId) / 1_000);
      hour.taken += 1;
      if (hour.taken === 1) hours.set(platformId, hour);
      return 0;
    },
  };
}
