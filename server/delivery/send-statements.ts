/** Sends the stored bytes. Statement ids make repeats harmless. */
import type { Log } from '../base/log.ts';
import { AppError } from '../base/errors.ts';
import type { DeliveriesPort } from '../storage/ports/deliveries.ts';
import type { Destination, DestinationChange, DestinationsPort } from '../storage/ports/destinations.ts';
import { readById } from '../storage/read-pages.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import type { RaiseAlert } from './alerts.ts';
import { backoffMs, statementBackoff } from './backoff.ts';
import { adaptPace, type Pace, probePace, type RoundReport } from './pace.ts';
import { type BatchOutcome, releaseUnsent, sendBatch, type Trouble } from './send-batch.ts';
import type { TaskSource, WorkerTask } from './worker.ts';

export interface StatementSenderDeps {
  readonly destinations: DestinationsPort;
  readonly deliveries: DeliveriesPort;
  readonly createClient: (destination: Destination) => LrsClient;
  readonly clock: () => number;
  readonly chance: () => number;
  readonly randomId: () => string;
  readonly log: Log;
  readonly alert: RaiseAlert;
}

/** Longer than it takes to halve a whole batch if the store responds within seconds. */
const leaseMs = 60_000;
const enqueueLimit = 1_000;
/** After a round, a lane reads its destination again, because an operator may have changed it. */
const batchesPerRound = 10;
/** Failures in a row; reached after about a quarter of an hour. */
const alertAfterFailures = 10;

/** One task per destination, so that none delays another. */
export function createStatementTasks(deps: StatementSenderDeps): TaskSource {
  const holder = deps.randomId();
  return {
    name: 'statements',
    async list() {
      const tasks: WorkerTask[] = [];
      for await (const { organisationId, id } of readById((page) => deps.destinations.list(page))) {
        tasks.push({
          name: `statements/${id}`,
          run: (stopping) => serveDestination(deps, { organisationId, id }, { holder, stopping }),
        });
      }
      return tasks;
    },
  };
}

interface Sender {
  readonly holder: string;
  readonly stopping: AbortSignal;
}

/** Returns whether more statements may be waiting. */
async function serveDestination(
  deps: StatementSenderDeps,
  { organisationId, id }: Pick<Destination, 'organisationId' | 'id'>,
  sender: Sender,
): Promise<boolean> {
  const destination = await deps.destinations.find(organisationId, id);
  if (destination === undefined) return false;
  const enqueued = await deps.deliveries.enqueueNew(destination, enqueueLimit);
  const isWaiting = destination.status === 'paused' || destination.notBefore > deps.clock();
  const sent = isWaiting ? false : await sendRound(deps, destination, sender);
  return sent || enqueued === enqueueLimit;
}

/** Returns whether batches were accepted without trouble. */
async function sendRound(
  deps: StatementSenderDeps,
  destination: Destination,
  sender: Sender,
): Promise<boolean> {
  const client = await openClient(deps, destination);
  if (client === undefined) return false;
  const round = new Round(deps, destination, client, sender);
  const { lanes } = round.pace;
  const ended = await Promise.allSettled(Array.from({ length: lanes }, () => round.runLane()));
  await round.finish();
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
  return round.isWell && round.batches > 0;
}

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
    await deps.alert({ code: 'delivery.destination-paused', destination: id, reason: error.code });
    return undefined;
  }
}

class Round {
  readonly pace: Pace;
  batches = 0;
  readonly #deps: StatementSenderDeps;
  readonly #destination: Destination;
  readonly #client: LrsClient;
  readonly #sender: Sender;
  #trouble: Trouble | null = null;
  #tooLarge: RoundReport['tooLarge'] = null;
  #dead = 0;
  #stopped = false;
  #isDrained = false;

  constructor(deps: StatementSenderDeps, destination: Destination, client: LrsClient, sender: Sender) {
    this.#deps = deps;
    this.#destination = destination;
    this.#client = client;
    this.#sender = sender;
    this.pace = this.#isProbe ? probePace(destination) : destination;
  }

  get isWell(): boolean {
    return this.#trouble === null;
  }

  async runLane(): Promise<void> {
    const { stopping } = this.#sender;
    const maxBatches = this.#isProbe ? 1 : batchesPerRound;
    try {
      for (let count = 0; count < maxBatches && !this.#stopped && !stopping.aborted; count += 1) {
        if (!(await this.#sendNext())) return;
      }
    } catch (error) {
      this.#stopped = true;
      throw error;
    }
  }

  async finish(): Promise<void> {
    const { organisationId, id } = this.#destination;
    const change = { ...this.#healthChange(), ...this.#paceChange() };
    if (Object.keys(change).length > 0) await this.#deps.destinations.update(organisationId, id, change);
    if (this.#dead > 0) await this.#alert('delivery.dead-letters', String(this.#dead));
    if (this.#trouble?.pauses === true) {
      await this.#alert('delivery.destination-paused', this.#trouble.fault);
    } else if (this.#trouble !== null && change.failures === alertAfterFailures) {
      await this.#alert('delivery.destination-unreachable', this.#trouble.fault);
    }
  }

  get #isProbe(): boolean {
    return this.#destination.failures > 0;
  }

  async #sendNext(): Promise<boolean> {
    const { organisationId, id: destinationId, purpose } = this.#destination;
    const { holder, stopping } = this.#sender;
    const now = this.#deps.clock();
    const batch = await this.#deps.deliveries.lease({
      organisationId,
      destinationId,
      purpose,
      holder,
      now,
      until: now + leaseMs,
      limit: this.pace.batchCount,
      maxBytes: this.pace.batchBytes,
    });
    if (batch.length === 0) this.#isDrained = true;
    if (batch.length === 0) return false;
    const settle = (results: BatchOutcome['results']): Promise<void> =>
      this.#deps.deliveries.settle(organisationId, destinationId, holder, results);
    if (stopping.aborted) {
      await settle(releaseUnsent(batch));
      return false;
    }
    const outcome = await sendBatch(this.#client, batch, stopping);
    this.#note(outcome);
    await settle(outcome.results);
    return true;
  }

  #note({ results, trouble, tooLarge }: BatchOutcome): void {
    this.batches += 1;
    this.#dead += results.filter(({ state }) => state === 'dead').length;
    this.#tooLarge = tooLarge ?? this.#tooLarge;
    if (trouble !== null || tooLarge !== null) this.#stopped = true;
    if (trouble === null) return;
    if (this.#trouble === null || trouble.pauses) this.#trouble = trouble;
  }

  #healthChange(): DestinationChange {
    const { failures, id } = this.#destination;
    if (this.#trouble === null) return failures > 0 && this.batches > 0 ? { failures: 0 } : {};
    const { failure, fault, pauses } = this.#trouble;
    const details = { destination: id, fault, status: failure.status, answer: failure.message };
    this.#deps.log.warn(details, 'delivery.destination-in-trouble');
    if (pauses) return { status: 'paused', pausedBecause: fault, failures: failures + 1 };
    const asked = failure.kind === 'throttled' ? failure.retryAfterMs : null;
    const waitMs = asked ?? backoffMs(statementBackoff, failures + 1, this.#deps.chance());
    return { notBefore: this.#deps.clock() + waitMs, failures: failures + 1 };
  }

  #paceChange(): DestinationChange {
    const { batchCount, batchBytes, lanes } = this.#destination;
    const known: Pace = { batchCount, batchBytes, lanes };
    const next = adaptPace(known, {
      tooLarge: this.#tooLarge,
      throttled: this.#trouble?.failure.kind === 'throttled',
      timedOut: this.#trouble?.fault === 'store.no-answer',
      // If interrupted, nobody knows whether more waits.
      isBehind: this.isWell && this.batches > 0 && !this.#isDrained && !this.#sender.stopping.aborted,
    });
    const isSame = next.batchCount === batchCount && next.batchBytes === batchBytes && next.lanes === lanes;
    return isSame ? {} : next;
  }

  #alert(code: Parameters<RaiseAlert>[0]['code'], reason: string): Promise<void> {
    return this.#deps.alert({ code, destination: this.#destination.id, reason });
  }
}
