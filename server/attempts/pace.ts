/** Counts in memory: each process counts what it takes. */
import { LRUCache } from 'lru-cache';
import { AppError } from '../base/errors.ts';

/** Fast people make dozens; covers hours without a connection. */
export const actionsPerMinute = 5_000;

/** In one activity, against filling the outbox with new attempts. Weeks take hundreds. */
export const actionsPerHour = 10_000;

/** Of logs: the fullest scene 20 times. */
export const entriesReadPerMinute = 40_000;

/** Of all that is stored about a person. */
export const copiesPerHour = 10;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Beyond, the oldest are forgotten. */
const mostPeople = 5_000;

export interface Pace {
  /**
   * Returns how many of `wanted` may be taken now, at least one.
   * @throws AppError attempt.too-fast
   */
  take(player: { readonly personId: string; readonly resourceLinkId: string }, wanted: number): number;
  /**
   * Once for each request that reads a log; returns what counts the entries, also beyond the limit.
   * @throws AppError attempt.too-fast
   */
  startReading(personId: string): (entries: number) => void;
  /** @throws AppError attempt.too-fast */
  startCopy(personId: string): void;
}

/** @param clock milliseconds since any fixed moment */
export function createPace(clock: () => number): Pace {
  const perMinute = createBudget(clock, actionsPerMinute, minuteMs);
  const perHour = createBudget(clock, actionsPerHour, hourMs);
  const copies = createBudget(clock, copiesPerHour, hourMs);
  const readings = createBudget(clock, entriesReadPerMinute, minuteMs);
  return {
    startReading(personId) {
      const { left, endsInMs, spend } = readings(personId);
      if (left <= 0) throw tooFast(endsInMs);
      return spend;
    },
    startCopy(personId) {
      const { left, endsInMs, spend } = copies(personId);
      if (left <= 0) throw tooFast(endsInMs);
      spend(1);
    },
    take({ personId, resourceLinkId }, wanted) {
      const budgets = [perMinute(personId), perHour(`${personId} ${resourceLinkId}`)];
      const granted = Math.min(wanted, ...budgets.map(({ left }) => left));
      if (wanted > 0 && granted === 0) {
        const waitMs = budgets.map(({ left, endsInMs }) => (left === 0 ? endsInMs : 0));
        throw tooFast(Math.max(...waitMs));
      }
      for (const { spend } of budgets) spend(granted);
      return granted;
    },
  };
}

function tooFast(waitMs: number): AppError {
  return new AppError('attempt.too-fast', { waitS: Math.ceil(waitMs / 1_000) });
}

interface Budget {
  readonly left: number;
  readonly endsInMs: number;
  readonly spend: (count: number) => void;
}

function createBudget(clock: () => number, limit: number, windowMs: number): (key: string) => Budget {
  const windows = new LRUCache<string, { taken: number }>({
    max: mostPeople,
    ttl: windowMs,
    ttlResolution: 0,
    perf: { now: clock },
  });
  return (key) => {
    const endsInMs = windows.getRemainingTTL(key);
    const window = (endsInMs > 0 ? windows.get(key) : undefined) ?? { taken: 0 };
    return {
      left: limit - window.taken,
      endsInMs,
      spend: (count) => {
        if (window.taken === 0) windows.set(key, window);
        window.taken += count;
      },
    };
  };
}
