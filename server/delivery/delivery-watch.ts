/**
 * How deliveries stand over all destinations, for whoever watches the process, and whether more may come in: what
 * no record store takes is kept here, and the disk is not endless.
 */
import { AppError } from '../errors.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface DeliveryState {
  readonly pending: number;
  readonly dead: number;
  /** Destinations to which nothing is sent until an operator acts. */
  readonly paused: number;
  /** Milliseconds since 1970 UTC, or null where nothing is pending. */
  readonly oldestPendingAt: number | null;
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

async function count({ destinations, deliveries }: WatchDeps['storage']): Promise<DeliveryState> {
  let [pending, dead, paused] = [0, 0, 0];
  let oldestPendingAt: number | null = null;
  for (let after: { after?: string } = {}; ;) {
    const page = await destinations.list({ limit: pageSize, ...after });
    for (const { organisationId, id, status } of page) {
      const summary = await deliveries.summary(organisationId, id);
      pending += summary.pending;
      dead += summary.dead;
      paused += status === 'paused' ? 1 : 0;
      oldestPendingAt = Math.min(oldestPendingAt ?? Infinity, summary.oldestPendingAt ?? Infinity);
    }
    const last = page.at(-1);
    if (page.length < pageSize || last === undefined) break;
    after = { after: last.id };
  }
  return {
    ...{ pending, dead, paused },
    oldestPendingAt: Number.isFinite(oldestPendingAt) ? oldestPendingAt : null,
  };
}
