/**
 * How deliveries stand over all destinations, for whoever watches the process, and whether more may come in: what
 * no record store takes is kept here, and the disk is not endless.
 */
import { AppError } from '../base/errors.ts';
import type { Storage } from '../storage/ports/storage.ts';

/** How deliveries to one destination stand. */
export interface DestinationState {
  readonly id: string;
  readonly pending: number;
  readonly sent: number;
  readonly dead: number;
  readonly isPaused: boolean;
  /** Failures in a row; nothing is sent before `notBefore`. */
  readonly failures: number;
  readonly notBefore: number;
  /** Milliseconds since 1970 UTC, or null where nothing is pending. */
  readonly oldestPendingAt: number | null;
}

interface DeliveryState {
  readonly pending: number;
  readonly dead: number;
  /** Destinations to which nothing is sent until an operator acts. */
  readonly paused: number;
  /** Milliseconds since 1970 UTC, or null where nothing is pending. */
  readonly oldestPendingAt: number | null;
  /** Oldest first. */
  readonly destinations: readonly DestinationState[];
}

export interface DeliveryWatch {
  /** At most a few seconds old. */
  read(): Promise<DeliveryState>;
  /** @throws AppError server.backlog where so much is pending that nothing more may come in */
  checkRoom(): Promise<void>;
}

interface WatchDeps {
  readonly storage: Pick<Storage, 'destinations' | 'deliveries'>;
  readonly clock: () => number;
  /** Pending deliveries from which on nothing more comes in. */
  readonly limit: number;
}

const freshMs = 5_000;
const pageSize = 100;

/** Counts only now and then: a count grows with what is pending, and every action asks. */
export function createDeliveryWatch({ storage, clock, limit }: WatchDeps): DeliveryWatch {
  let known: { readonly at: number; readonly state: Promise<DeliveryState> } | null = null;
  const read = (): Promise<DeliveryState> => {
    const now = clock();
    if (known === null || now - known.at >= freshMs) {
      const state = count(storage);
      known = { at: now, state };
      // What could not be read is read again.
      state.catch(() => (known = null));
    }
    return known.state;
  };
  return {
    read,
    async checkRoom() {
      const { pending } = await read();
      if (pending >= limit) throw new AppError('server.backlog', { pending });
    },
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
  for (let after: { after?: string } = {}; ;) {
    const page = await destinations.list({ limit: pageSize, ...after });
    for (const { organisationId, id, status, failures, notBefore } of page) {
      const { pending, sent, dead, oldestPendingAt } = await deliveries.summary(organisationId, id);
      const isPaused = status === 'paused';
      states.push({ id, pending, sent, dead, isPaused, failures, notBefore, oldestPendingAt });
    }
    const last = page.at(-1);
    if (page.length < pageSize || last === undefined) return states;
    after = { after: last.id };
  }
}
