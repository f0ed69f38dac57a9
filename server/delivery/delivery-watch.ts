/** Refuses new work when too much is pending: the disk is limited. */
import { LRUCache } from 'lru-cache';
import { AppError } from '../base/errors.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { readById } from '../storage/read-pages.ts';
import { attemptShare, isShareFull, pendingOf } from './outbox-shares.ts';

export interface DestinationState {
  readonly id: string;
  readonly organisationId: string;
  readonly pending: number;
  readonly sent: number;
  readonly dead: number;
  readonly isPaused: boolean;
  readonly failures: number;
  readonly notBefore: number;
  /** Milliseconds since 1970 UTC; null if nothing is pending. */
  readonly oldestPendingAt: number | null;
}

interface DeliveryState {
  readonly pending: number;
  readonly dead: number;
  readonly paused: number;
  readonly oldestPendingAt: number | null;
  readonly destinations: readonly DestinationState[];
}

export interface DeliveryWatch {
  /** Returns a state that is at most a few seconds old. */
  read(): Promise<DeliveryState>;
  /** @throws AppError server.backlog, attempt.backlog if too many deliveries are pending for all or of the asking */
  checkRoom(asking: Asking): Promise<void>;
}

interface Asking {
  readonly organisationId: string;
  /** Null before an attempt starts. */
  readonly attemptId: string | null;
}

interface WatchDeps {
  readonly storage: Pick<Storage, 'destinations' | 'deliveries'>;
  readonly clock: () => number;
  /** From this many pending deliveries on, actions are refused. */
  readonly limit: number;
}

const maxAgeMs = 5_000;

/** If more wait, those asked about longest ago are counted again. */
const mostAttempts = 5_000;

/** Caches the state: counting is slow, and every action asks for it. */
export function createDeliveryWatch({ storage, clock, limit }: WatchDeps): DeliveryWatch {
  let cached: { readonly at: number; readonly state: Promise<DeliveryState> } | null = null;
  const read = (): Promise<DeliveryState> => {
    const now = clock();
    if (cached === null || now - cached.at >= maxAgeMs) {
      const state = count(storage);
      cached = { at: now, state };
      state.catch(() => (cached = null));
    }
    return cached.state;
  };
  const share = attemptShare(limit);
  const pendingIn = createAttemptCounter({ storage, clock });
  return {
    read,
    async checkRoom({ organisationId, attemptId }) {
      const { pending, destinations } = await read();
      if (pending >= limit || isShareFull(destinations, organisationId, limit)) {
        throw new AppError('server.backlog', { pending });
      }
      // Counting the attempt is worth it only if it could be too much.
      if (attemptId === null || pendingOf(destinations, organisationId) < share) return;
      const own = destinations.filter((state) => state.organisationId === organisationId);
      const waiting = await pendingIn(own, attemptId);
      if (waiting >= share) throw new AppError('attempt.backlog', { pending: waiting });
    },
  };
}

function createAttemptCounter({ storage, clock }: Pick<WatchDeps, 'storage' | 'clock'>) {
  const counts = new LRUCache<string, Promise<number>>({
    max: mostAttempts,
    ttl: maxAgeMs,
    ttlResolution: 0,
    perf: { now: clock },
  });
  const count = async (states: readonly DestinationState[], attemptId: string): Promise<number> => {
    const each = states.map(({ organisationId, id }) =>
      storage.deliveries.countPending(organisationId, id, attemptId),
    );
    return (await Promise.all(each)).reduce((sum, one) => sum + one, 0);
  };
  return (states: readonly DestinationState[], attemptId: string): Promise<number> => {
    const known = counts.get(attemptId);
    if (known !== undefined) return known;
    const counting = count(states, attemptId);
    counts.set(attemptId, counting);
    counting.catch(() => counts.delete(attemptId));
    return counting;
  };
}

async function count(storage: WatchDeps['storage']): Promise<DeliveryState> {
  const destinations = await listStates(storage);
  const sum = (valueOf: (state: DestinationState) => number): number =>
    destinations.reduce((total, state) => total + valueOf(state), 0);
  const oldestPendingAt = Math.min(...destinations.map((state) => state.oldestPendingAt ?? Infinity));
  return {
    pending: sum(({ pending }) => pending),
    dead: sum(({ dead }) => dead),
    paused: sum(({ isPaused }) => Number(isPaused)),
    oldestPendingAt: Number.isFinite(oldestPendingAt) ? oldestPendingAt : null,
    destinations,
  };
}

async function listStates({ destinations, deliveries }: WatchDeps['storage']): Promise<DestinationState[]> {
  const states: DestinationState[] = [];
  for await (const { organisationId, id, status, failures, notBefore } of readById((page) =>
    destinations.list(page),
  )) {
    const { pending, sent, dead, oldestPendingAt } = await deliveries.summary(organisationId, id);
    const isPaused = status === 'paused';
    states.push({ id, organisationId, pending, sent, dead, isPaused, failures, notBefore, oldestPendingAt });
  }
  return states;
}
