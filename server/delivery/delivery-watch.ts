/** Refuses new work when too much is pending: the disk is limited. */
import { LRUCache } from 'lru-cache';
import { AppError } from '../base/errors.ts';
import type { RaiseAlert } from './alerts.ts';
import { countLiveWorkers, heartbeatLifeMs } from './heartbeat.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { readById } from '../storage/read-pages.ts';
import { attemptShare, isShareFull, pendingIn, pendingOf } from './outbox-shares.ts';

export interface DestinationState {
  readonly id: string;
  readonly organisationId: string;
  /** Counted to the limit, including `unqueued`. */
  readonly pending: number;
  /** What no worker has queued yet. */
  readonly unqueued: number;
  readonly sentTotal: number;
  readonly dead: number;
  readonly isPaused: boolean;
  readonly failures: number;
  readonly notBefore: number;
  /** Milliseconds since 1970 UTC; null if nothing is pending. */
  readonly oldestPendingAt: number | null;
}

interface DeliveryState {
  readonly pending: number;
  readonly unqueued: number;
  /** Alive within the last minute. */
  readonly workers: number;
  readonly dead: number;
  readonly paused: number;
  readonly oldestPendingAt: number | null;
  readonly destinations: readonly DestinationState[];
}

export interface DeliveryWatch {
  /** At most a few seconds old. */
  read(): Promise<DeliveryState>;
  /** @throws AppError server.backlog, attempt.backlog if too many deliveries are pending */
  checkRoom(asking: Asking): Promise<void>;
}

interface Asking {
  readonly organisationId: string;
  /** Null before an attempt starts. */
  readonly attemptId: string | null;
}

interface WatchDeps {
  readonly storage: Pick<Storage, 'destinations' | 'deliveries' | 'ltiRows'>;
  readonly clock: () => number;
  readonly alert: RaiseAlert;
  /** From this many pending deliveries on, actions are refused. */
  readonly limit: number;
}

const maxAgeMs = 5_000;
const noWorkerAfterMs = heartbeatLifeMs;
const alertEveryMs = 3_600_000;

const mostAttempts = 5_000;

/** Cached: counting is slow, and every action asks. */
export function createDeliveryWatch(deps: WatchDeps): DeliveryWatch {
  const { clock, limit } = deps;
  let alertedAt = -Infinity;
  const warn = async ({ workers, pending, oldestPendingAt }: DeliveryState): Promise<void> => {
    const now = clock();
    const isLate = oldestPendingAt !== null && now - oldestPendingAt > noWorkerAfterMs;
    if (workers > 0 || !isLate || now - alertedAt < alertEveryMs) return;
    alertedAt = now;
    await deps.alert({ code: 'delivery.no-worker', destination: '', reason: String(pending) });
  };
  let cached: { readonly at: number; readonly state: Promise<DeliveryState> } | null = null;
  const read = (): Promise<DeliveryState> => {
    const now = clock();
    if (cached === null || now - cached.at >= maxAgeMs) {
      const state = count(deps);
      cached = { at: now, state };
      state.then(warn).catch(() => (cached = null));
    }
    return cached.state;
  };
  const share = attemptShare(limit);
  const countIn = createAttemptCounter(deps);
  return {
    read,
    async checkRoom({ organisationId, attemptId }) {
      const { destinations, workers } = await read();
      // With a live worker, a new store of an old study must stop nobody.
      const states = workers > 0 ? destinations.map(withoutUnqueued) : destinations;
      const pending = pendingIn(states);
      if (pending >= limit || isShareFull(states, organisationId, limit)) {
        throw new AppError('server.backlog', { pending });
      }
      if (attemptId === null || pendingOf(states, organisationId) < share) return;
      const waiting = await countIn(states, { organisationId, attemptId });
      if (waiting >= share) throw new AppError('attempt.backlog', { pending: waiting });
    },
  };
}

function withoutUnqueued(state: DestinationState): DestinationState {
  return { ...state, pending: state.pending - state.unqueued };
}

type CountInAttempt = (
  states: readonly DestinationState[],
  attempt: { readonly organisationId: string; readonly attemptId: string },
) => Promise<number>;

function createAttemptCounter({ storage, clock }: Pick<WatchDeps, 'storage' | 'clock'>): CountInAttempt {
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
  return (states, { organisationId, attemptId }) => {
    const key = `${organisationId} ${attemptId}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const own = states.filter((state) => state.organisationId === organisationId);
    const counting = count(own, attemptId);
    counts.set(key, counting);
    counting.catch(() => counts.delete(key));
    return counting;
  };
}

async function count({ storage, clock, limit }: WatchDeps): Promise<DeliveryState> {
  const destinations = await listStates(storage, limit);
  const sum = (valueOf: (state: DestinationState) => number): number =>
    destinations.reduce((total, state) => total + valueOf(state), 0);
  const oldestPendingAt = Math.min(...destinations.map((state) => state.oldestPendingAt ?? Infinity));
  return {
    pending: sum(({ pending }) => pending),
    unqueued: sum(({ unqueued }) => unqueued),
    workers: await countLiveWorkers({ rows: storage.ltiRows, clock }),
    dead: sum(({ dead }) => dead),
    paused: sum(({ isPaused }) => Number(isPaused)),
    oldestPendingAt: Number.isFinite(oldestPendingAt) ? oldestPendingAt : null,
    destinations,
  };
}

async function listStates(
  { destinations, deliveries }: WatchDeps['storage'],
  limit: number,
): Promise<DestinationState[]> {
  const states: DestinationState[] = [];
  for await (const destination of readById((page) => destinations.list(page))) {
    const { organisationId, id, status, failures, notBefore } = destination;
    const { sentTotal, ...counts } = await deliveries.glance(organisationId, id, limit);
    const { count: unqueued, oldestAt } = await deliveries.findUnqueued(destination, limit);
    const oldest = Math.min(counts.oldestPendingAt ?? Infinity, oldestAt ?? Infinity);
    states.push({
      id,
      organisationId,
      unqueued,
      sentTotal,
      dead: counts.dead,
      failures,
      notBefore,
      pending: counts.pending + unqueued,
      isPaused: status === 'paused',
      oldestPendingAt: Number.isFinite(oldest) ? oldest : null,
    });
  }
  return states;
}
