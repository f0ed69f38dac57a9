/** Splits a batch if refused. */
import type { StatementRef } from '../storage/ports/attempts.ts';
import type { DeliveryResult, LeasedDelivery } from '../storage/ports/deliveries.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import type { LrsFailure } from '../../xapi/lrs-outcome.ts';
import { sameStatement } from '../../xapi/same-statement.ts';
import { type StoreFault, storeFaultOf } from '../../xapi/store-faults.ts';
import type { RoundReport } from './pace.ts';

export interface Trouble {
  readonly failure: LrsFailure;
  readonly fault: StoreFault;
  /** Delivery stops until an operator acts. */
  readonly pauses: boolean;
}

export interface BatchOutcome {
  readonly results: readonly DeliveryResult[];
  readonly trouble: Trouble | null;
  readonly tooLarge: RoundReport['tooLarge'];
}

/** If this many statements are refused and none accepted, the store refuses us, not a statement. */
const refusalsOfStore = 10;

const pausingKinds: ReadonlySet<LrsFailure['kind']> = new Set(['unauthorized', 'misconfigured', 'forbidden']);

/** After these the store may have taken what was sent, though its answer was lost. */
const doubtfulFaults: ReadonlySet<StoreFault> = new Set([
  'store.no-answer',
  'store.connection-cut',
  'store.troubled',
  'store.no-record-store',
]);

/** Any worker may send them at once; they don't count as tried. */
export function releaseUnsent(batch: readonly LeasedDelivery[]): DeliveryResult[] {
  return release(batch, { tried: false });
}

/** @param tried if the store may have them: an erasure then voids them (ports/erasures.ts) */
function release(
  batch: readonly LeasedDelivery[],
  { tried }: Pick<DeliveryResult, 'tried'>,
): DeliveryResult[] {
  return batch.map((delivery) => ({
    ...refOf(delivery),
    state: 'pending',
    nextAt: 0,
    lastError: '',
    tried,
  }));
}

function refOf({ attemptId, logSeq, statementId }: LeasedDelivery): StatementRef {
  return { attemptId, logSeq, statementId };
}

/**
 * Once `stopping`, sends no further part. Never throws because of the store.
 * @param idSaysAll whatever the store has under an id does the same, so that it needs no second one
 */
export async function sendBatch(
  client: LrsClient,
  batch: readonly LeasedDelivery[],
  stopping: AbortSignal,
  { idSaysAll = false } = {},
): Promise<BatchOutcome> {
  const sending = new Sending(client, stopping, idSaysAll);
  await sending.send(batch);
  return sending.finish();
}

interface Refused {
  readonly delivery: LeasedDelivery;
  readonly failure: LrsFailure;
}

class Sending {
  readonly #client: LrsClient;
  readonly #stopping: AbortSignal;
  readonly #idSaysAll: boolean;
  readonly #results: DeliveryResult[] = [];
  /** Judged at the end: if other statements pass, these are at fault; if none does, it may be us. */
  readonly #refused: Refused[] = [];
  #trouble: Trouble | null = null;
  #tooLarge: RoundReport['tooLarge'] = null;
  #passed = 0;
  #isCutShort = false;

  constructor(client: LrsClient, stopping: AbortSignal, idSaysAll: boolean) {
    this.#client = client;
    this.#stopping = stopping;
    this.#idSaysAll = idSaysAll;
  }

  async send(batch: readonly LeasedDelivery[]): Promise<void> {
    if (this.#stopping.aborted) this.#isCutShort = true;
    if (this.#trouble !== null || this.#isCutShort) {
      this.#release(batch);
      return;
    }
    const outcome = await this.#client.send(batch.map(({ bytes }) => bytes));
    if (outcome.kind === 'sent') {
      this.#note(batch, 'sent');
    } else if (outcome.kind === 'partly-sent') {
      const confirmed = new Set(outcome.ids);
      this.#note(
        batch.filter(({ statementId }) => confirmed.has(statementId)),
        'sent',
      );
      this.#release(
        batch.filter(({ statementId }) => !confirmed.has(statementId)),
        { tried: true },
      );
    } else if (isAboutStatements(outcome)) {
      if (outcome.status === 413) this.#noteSize(batch);
      await this.#narrow(batch, outcome);
    } else {
      this.#stop(batch, outcome);
    }
  }

  finish(): BatchOutcome {
    // The batch is incomplete, so whoever sends it next decides.
    if (this.#isCutShort) this.#release(this.#refused.map(({ delivery }) => delivery));
    else this.#judgeRefused();
    return { results: this.#results, trouble: this.#trouble, tooLarge: this.#tooLarge };
  }

  #judgeRefused(): void {
    const forbidden = this.#refused.find(({ failure }) => failure.kind === 'forbidden');
    const isAboutUs =
      this.#passed === 0 && (forbidden !== undefined || this.#refused.length >= refusalsOfStore);
    const [first] = forbidden === undefined ? this.#refused : [forbidden];
    if (isAboutUs && first !== undefined) {
      // Keeps the earlier trouble.
      this.#trouble ??= {
        failure: first.failure,
        pauses: true,
        fault: forbidden === undefined ? 'store.refuses-everything' : 'store.key-forbidden',
      };
      this.#release(this.#refused.map(({ delivery }) => delivery));
    } else {
      for (const { delivery, failure } of this.#refused) {
        this.#note([delivery], 'dead', `${failure.status} ${failure.message}`.trim());
      }
    }
  }

  /** A store refuses whole batches: halve until the refused statement is alone. */
  async #narrow(batch: readonly LeasedDelivery[], failure: LrsFailure): Promise<void> {
    const [first] = batch;
    if (first === undefined) return;
    if (batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      await this.send(batch.slice(0, middle));
      await this.send(batch.slice(middle));
      return;
    }
    if (failure.status !== 409) this.#refused.push({ delivery: first, failure });
    else if (this.#idSaysAll) this.#note([first], 'sent');
    else await this.#settleConflict(first, failure);
  }

  /** The same statement was sent before; with another of that id, ours can never be sent. */
  async #settleConflict(delivery: LeasedDelivery, failure: LrsFailure): Promise<void> {
    const stored = await this.#client.getById(delivery.statementId);
    if (stored.kind === 'found' && sameStatement(stored.statement, delivery.bytes))
      this.#note([delivery], 'sent');
    else if (stored.kind === 'throttled' || stored.kind === 'unavailable')
      this.#stop([delivery], stored, { tried: true });
    else this.#refused.push({ delivery, failure });
  }

  #stop(batch: readonly LeasedDelivery[], failure: LrsFailure, { tried = false } = {}): void {
    const fault = storeFaultOf(failure);
    const pauses = pausingKinds.has(failure.kind) || fault === 'store.version-refused';
    this.#trouble = { failure, fault, pauses };
    this.#release(batch, { tried: tried || doubtfulFaults.has(fault) });
  }

  #noteSize(batch: readonly LeasedDelivery[]): void {
    const batchBytes = batch.reduce((sum, { bytes }) => sum + Buffer.byteLength(bytes), 0);
    this.#tooLarge = { batchCount: batch.length, batchBytes };
  }

  #release(batch: readonly LeasedDelivery[], { tried } = { tried: false }): void {
    this.#results.push(...release(batch, { tried }));
  }

  #note(batch: readonly LeasedDelivery[], state: 'sent' | 'dead', lastError = ''): void {
    if (state === 'sent') this.#passed += batch.length;
    for (const delivery of batch) {
      this.#results.push({ ...refOf(delivery), state, nextAt: 0, lastError, tried: true });
    }
  }
}

function isAboutStatements(failure: LrsFailure): boolean {
  if (failure.kind === 'forbidden') return true;
  return failure.kind === 'refused' && storeFaultOf(failure) !== 'store.version-refused';
}
