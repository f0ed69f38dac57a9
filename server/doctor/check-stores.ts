import type { LrsClient } from '../../xapi/lrs-client.ts';
import type { Config } from '../base/config.ts';
import { AppError } from '../base/errors.ts';
import type { DeliveryWatch, DestinationState } from '../delivery/delivery-watch.ts';
import { askAbout } from '../organisations/test-destination.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { type Finding, finding } from './finding.ts';

export interface StoreDeps {
  readonly openStore: (destination: Destination) => LrsClient;
  readonly deliveryWatch: Pick<DeliveryWatch, 'read'>;
  readonly clock: () => number;
  readonly config: Pick<Config, 'outboxLimit'>;
}

const hourMs = 3_600_000;
/** Statements that wait longer than this are not just waiting out a short outage. */
const behindAfterMs = hourMs;
const highShare = 0.8;

export async function checkStores(deps: StoreDeps, destinations: readonly Destination[]): Promise<Finding[]> {
  const { pending, workers, destinations: states } = await deps.deliveryWatch.read();
  const { outboxLimit: limit } = deps.config;
  const backlog =
    pending >= limit * highShare
      ? finding('act', 'backlog', 'backlog.high', { pending, limit })
      : finding('ok', 'backlog', 'backlog.room', { pending, limit });
  const alive =
    workers === 0 && pending > 0 ? [finding('act', 'backlog', 'backlog.no-worker', { pending })] : [];
  if (destinations.length === 0) return [finding('note', 'store', 'store.none', {}), backlog];
  const asked = await Promise.all(destinations.map((destination) => checkStore(deps, destination)));
  const byId = new Map(destinations.map(({ id, endpoint }) => [id, endpoint]));
  const storeBacklogs = states.flatMap((state) => checkBacklog(deps, state, byId.get(state.id) ?? state.id));
  return [...asked, ...storeBacklogs, ...alive, backlog];
}

async function checkStore({ openStore }: StoreDeps, destination: Destination): Promise<Finding> {
  const { endpoint, status, pausedBecause, version } = destination;
  if (status === 'paused') {
    return finding('act', 'store', 'store.paused', { code: pausedBecause }, endpoint);
  }
  try {
    const { result, code, said } = await askAbout({ client: openStore(destination), version });
    if (result === 'failed') return finding('act', 'store', 'store.failed', { code, said }, endpoint);
    return finding('ok', 'store', 'store.fine', { said }, endpoint);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'secret.unreadable')) throw error;
    return finding('act', 'store', 'store.failed', { code: error.code, said: '' }, endpoint);
  }
}

function checkBacklog({ clock }: StoreDeps, state: DestinationState, endpoint: string): Finding[] {
  const { dead, pending, oldestPendingAt } = state;
  const ageMs = oldestPendingAt === null ? 0 : clock() - oldestPendingAt;
  const hours = Math.floor(ageMs / hourMs);
  return [
    ...(dead > 0 ? [finding('act', 'store', 'store.dead-letters', { count: dead }, endpoint)] : []),
    ...(ageMs > behindAfterMs
      ? [finding('act', 'store', 'store.behind', { count: pending, hours }, endpoint)]
      : []),
  ];
}

export async function checkGrades(
  { grades }: Pick<Storage, 'grades'>,
  organisationIds: readonly string[],
): Promise<Finding> {
  const counts = await Promise.all(organisationIds.map((id) => grades.count(id)));
  const count = counts.reduce((sum, { failed }) => sum + failed, 0);
  return count > 0
    ? finding('act', 'grades', 'grades.failed', { count })
    : finding('ok', 'grades', 'grades.fine', {});
}
