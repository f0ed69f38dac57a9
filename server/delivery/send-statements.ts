/**
 * Carries the statements of one destination: makes deliveries for new ones, leases a batch, sends the frozen bytes
 * and settles each by what the store answered (reference/xapi.md §5). A repeat is harmless: ids make it so.
 */
import type { Log } from '../log.ts';
import { AppError } from '../errors.ts';
import type { DeliveriesPort, DeliveryResult, LeasedDelivery } from '../storage/ports/deliveries.ts';
import type { Destination, DestinationsPort } from '../storage/ports/destinations.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import type { LrsFailure } from '../../xapi/lrs-outcome.ts';
import { sameStatement } from '../../xapi/same-statement.ts';
import { backoffMs, statementBackoff } from './backoff.ts';
import type { WorkerTask } from './worker.ts';

export interface StatementSenderDeps {
  readonly destinations: DestinationsPort;
  readonly deliveries: DeliveriesPort;
  readonly createClient: (destination: Destination) => LrsClient;
  readonly clock: () => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

const batchLimit = 50;
const batchBytes = 256 * 1024;
const leaseMs = 60_000;
const enqueueLimit = 500;

/** The worker's task over all destinations; one destination's trouble never holds another back. */
export function createStatementTask(deps: StatementSenderDeps): WorkerTask {
  const holder = deps.randomId();
  return {
    name: 'statements',
    async run() {
      let more = false;
      for (const destination of await deps.destinations.list({ limit: 100 })) {
        if (await serveDestination(deps, destination, holder)) more = true;
      }
      return more;
    },
  };
}

/** One round for one destination; whether more may be waiting. Whatever fails in it stays with it. */
async function serveDestination(
  deps: StatementSenderDeps,
  destination: Destination,
  holder: string,
): Promise<boolean> {
  try {
    const enqueued = await deps.deliveries.enqueueNew(destination, enqueueLimit);
    const sent = await sendBatch(deps, destination, holder);
    return enqueued === enqueueLimit || sent === 'more';
  } catch (error) {
    deps.log.error({ destination: destination.id, err: error }, 'delivery.destination-failed');
    return false;
  }
}

async function sendBatch(
  deps: StatementSenderDeps,
  destination: Destination,
  holder: string,
): Promise<'more' | 'rest'> {
  const now = deps.clock();
  if (destination.status === 'paused' || destination.notBefore > now) return 'rest';
  const { organisationId, id: destinationId } = destination;
  const client = await openClient(deps, destination);
  if (client === undefined) return 'rest';
  const batch = await deps.deliveries.lease({
    organisationId,
    destinationId,
    purpose: destination.purpose,
    holder,
    now,
    until: now + leaseMs,
    limit: batchLimit,
    maxBytes: batchBytes,
  });
  if (batch.length === 0) return 'rest';
  const sending = new Sending(deps, destination, client);
  await sending.send(batch);
  sending.finish();
  await deps.deliveries.settle(organisationId, destinationId, holder, sending.results);
  await deps.destinations.update(organisationId, destinationId, sending.change);
  return sending.stopped ? 'rest' : 'more';
}

/** Pauses a destination whose credentials open no more: only an operator can help, by a restart with new ones. */
async function openClient(
  deps: StatementSenderDeps,
  destination: Destination,
): Promise<LrsClient | undefined> {
  try {
    return deps.createClient(destination);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'secret.unreadable')) throw error;
    const { organisationId, id } = destination;
    await deps.destinations.update(organisationId, id, { status: 'paused', pausedBecause: error.code });
    deps.log.error({ destination: id, kind: error.code }, 'delivery.destination-paused');
    return undefined;
  }
}

/** One batch on its way, split where the store refuses it. */
class Sending {
  readonly results: DeliveryResult[] = [];
  change: Parameters<DestinationsPort['update']>[2] = { failures: 0 };
  stopped = false;
  readonly #deps: StatementSenderDeps;
  readonly #destination: Destination;
  readonly #client: LrsClient;
  /** Single statements that the store forbids: about them if others pass, about our key if none does. */
  readonly #forbidden: { readonly delivery: LeasedDelivery; readonly outcome: LrsFailure }[] = [];

  constructor(deps: StatementSenderDeps, destination: Destination, client: LrsClient) {
    this.#deps = deps;
    this.#destination = destination;
    this.#client = client;
  }

  async send(batch: readonly LeasedDelivery[]): Promise<void> {
    if (this.stopped) {
      this.#giveBack(batch);
      return;
    }
    const outcome = await this.#client.send(batch.map(({ bytes }) => bytes));
    if (outcome.kind === 'sent') {
      this.#settle(batch, 'sent', '');
    } else if (outcome.kind === 'partly-sent') {
      const confirmed = new Set(outcome.ids);
      this.#settle(
        batch.filter(({ statementId }) => confirmed.has(statementId)),
        'sent',
        '',
      );
      this.#giveBack(batch.filter(({ statementId }) => !confirmed.has(statementId)));
    } else if (outcome.kind === 'refused' || outcome.kind === 'forbidden') {
      await this.#narrow(batch, outcome);
    } else {
      this.#stop(batch, outcome);
    }
  }

  finish(): void {
    const passed = this.results.some(({ state }) => state === 'sent');
    for (const { delivery, outcome } of this.#forbidden) {
      if (passed) this.#bury(delivery, outcome);
      else this.#stop([delivery], outcome);
    }
  }

  /** A batch stands or falls as a whole: halve it until the one that is refused stands alone. */
  async #narrow(batch: readonly LeasedDelivery[], outcome: LrsFailure): Promise<void> {
    const [first] = batch;
    if (first === undefined) return;
    if (batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      await this.send(batch.slice(0, middle));
      await this.send(batch.slice(middle));
      return;
    }
    if (outcome.kind === 'forbidden') this.#forbidden.push({ delivery: first, outcome });
    else if (outcome.status === 409 && (await this.#isThereAlready(first))) this.#settle(batch, 'sent', '');
    else this.#bury(first, outcome);
  }

  #bury(delivery: LeasedDelivery, { status, message }: LrsFailure): void {
    this.#settle([delivery], 'dead', `${status} ${message}`.trim());
    const { id } = this.#destination;
    this.#deps.log.error({ destination: id, statement: delivery.statementId, status }, 'delivery.dead');
  }

  async #isThereAlready(delivery: LeasedDelivery): Promise<boolean> {
    const held = await this.#client.getById(delivery.statementId);
    return held.kind === 'found' && sameStatement(held.statement, delivery.bytes);
  }

  /** The destination itself is in trouble: nothing is lost, nothing counts as a try, all wait. */
  #stop(batch: readonly LeasedDelivery[], outcome: LrsFailure): void {
    this.stopped = true;
    this.#giveBack(batch);
    const { id, failures } = this.#destination;
    const { kind, status, message } = outcome;
    if (kind === 'unauthorized' || kind === 'misconfigured' || kind === 'forbidden') {
      this.change = { status: 'paused', pausedBecause: `${kind} ${status}`, failures: failures + 1 };
      this.#deps.log.error({ destination: id, kind, status, answer: message }, 'delivery.destination-paused');
      return;
    }
    const asked = kind === 'throttled' ? outcome.retryAfterMs : null;
    const waitMs = asked ?? backoffMs(statementBackoff, failures + 1, this.#deps.chance());
    this.change = { notBefore: this.#deps.clock() + waitMs, failures: failures + 1 };
    this.#deps.log.warn({ destination: id, kind, status, waitMs }, 'delivery.destination-waits');
  }

  #giveBack(batch: readonly LeasedDelivery[]): void {
    for (const { statementId } of batch) {
      this.results.push({ statementId, state: 'pending', nextAt: 0, lastError: '', tried: false });
    }
  }

  #settle(batch: readonly LeasedDelivery[], state: 'sent' | 'dead', lastError: string): void {
    for (const { statementId } of batch) {
      this.results.push({ statementId, state, nextAt: 0, lastError, tried: true });
    }
  }
}
