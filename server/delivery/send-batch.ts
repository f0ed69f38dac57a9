/**
 * One batch on its way to one record store, split where the store refuses it. Knows neither storage nor schedule:
 * answers what became of each statement, and what ended the batch before its end.
 */
import type { StatementRef } from '../storage/ports/attempts.ts';
import type { DeliveryResult, LeasedDelivery } from '../storage/ports/deliveries.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import type { LrsFailure } from '../../xapi/lrs-outcome.ts';
import { sameStatement } from '../../xapi/same-statement.ts';
import { type StoreFault, storeFaultOf } from '../../xapi/store-faults.ts';
import type { Seen } from './pace.ts';

export interface Trouble {
  readonly failure: LrsFailure;
  readonly fault: StoreFault;
  /** Only an operator can help: nothing more is sent until then. */
  readonly pauses: boolean;
}

export interface BatchOutcome {
  /** One for each statement of the batch. */
  readonly results: readonly DeliveryResult[];
  /** About the store and not about statements; null where the batch went through. */
  readonly trouble: Trouble | null;
  readonly tooLarge: Seen['tooLarge'];
}

/** So many refused and not one taken: the store refuses us, not a statement. */
const wholesale = 10;

const pausing: ReadonlySet<LrsFailure['kind']> = new Set(['unauthorized', 'misconfigured', 'forbidden']);

/** What settles deliveries that were not sent: due at once for any worker, and not counted as a try. */
export function giveBack(batch: readonly LeasedDelivery[]): DeliveryResult[] {
  return batch.map((delivery) => ({
    ...refOf(delivery),
    state: 'pending',
    nextAt: 0,
    lastError: '',
    tried: false,
  }));
}

function refOf({ attemptId, logSeq, statementId }: LeasedDelivery): StatementRef {
  return { attemptId, logSeq, statementId };
}

/** Sends a leased batch, and of a split one no further part once `stopping` is; throws nothing for what a store does. */
export async function sendBatch(
  client: LrsClient,
  batch: readonly LeasedDelivery[],
  stopping: AbortSignal,
): Promise<BatchOutcome> {
  const sending = new Sending(client, stopping);
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
  readonly #results: DeliveryResult[] = [];
  /** Single statements that the store refuses: about them if others pass, perhaps about us if none does. */
  readonly #refused: Refused[] = [];
  #trouble: Trouble | null = null;
  #tooLarge: Seen['tooLarge'] = null;
  #passed = 0;
  #isCutShort = false;

  constructor(client: LrsClient, stopping: AbortSignal) {
    this.#client = client;
    this.#stopping = stopping;
  }

  async send(batch: readonly LeasedDelivery[]): Promise<void> {
    if (this.#stopping.aborted) this.#isCutShort = true;
    if (this.#trouble !== null || this.#isCutShort) {
      this.#giveBack(batch);
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
      this.#giveBack(batch.filter(({ statementId }) => !confirmed.has(statementId)));
    } else if (isAboutStatements(outcome)) {
      if (outcome.status === 413) this.#noteSize(batch);
      await this.#narrow(batch, outcome);
    } else {
      this.#stop(batch, outcome);
    }
  }

  finish(): BatchOutcome {
    // Whether others pass is not known then: whoever sends the rest judges the refused with it.
    if (this.#isCutShort) this.#giveBack(this.#refused.map(({ delivery }) => delivery));
    else this.#judgeRefused();
    return { results: this.#results, trouble: this.#trouble, tooLarge: this.#tooLarge };
  }

  #judgeRefused(): void {
    const forbidden = this.#refused.find(({ failure }) => failure.kind === 'forbidden');
    const isAboutUs = this.#passed === 0 && (forbidden !== undefined || this.#refused.length >= wholesale);
    const [first] = forbidden === undefined ? this.#refused : [forbidden];
    if (isAboutUs && first !== undefined) {
      // Trouble that came first stays the reason; nothing is buried either way.
      this.#trouble ??= {
        failure: first.failure,
        pauses: true,
        fault: forbidden === undefined ? 'store.refuses-everything' : 'store.key-forbidden',
      };
      this.#giveBack(this.#refused.map(({ delivery }) => delivery));
    } else {
      for (const { delivery, failure } of this.#refused) {
        this.#note([delivery], 'dead', `${failure.status} ${failure.message}`.trim());
      }
    }
  }

  /** A batch stands or falls as a whole: halve it until the one that is refused stands alone. */
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
    else await this.#settleClash(first, failure);
  }

  /** The store has the id: with the same statement it was sent before, with another it never can be. */
  async #settleClash(delivery: LeasedDelivery, failure: LrsFailure): Promise<void> {
    const held = await this.#client.getById(delivery.statementId);
    if (held.kind === 'found' && sameStatement(held.statement, delivery.bytes))
      this.#note([delivery], 'sent');
    else if (held.kind === 'throttled' || held.kind === 'unavailable') this.#stop([delivery], held);
    else this.#refused.push({ delivery, failure });
  }

  /** The store itself is in trouble: nothing is lost, nothing counts as a try, all wait. */
  #stop(batch: readonly LeasedDelivery[], failure: LrsFailure): void {
    const fault = storeFaultOf(failure);
    const pauses = pausing.has(failure.kind) || fault === 'store.version-refused';
    this.#trouble = { failure, fault, pauses };
    this.#giveBack(batch);
  }

  #noteSize(batch: readonly LeasedDelivery[]): void {
    const batchBytes = batch.reduce((sum, { bytes }) => sum + Buffer.byteLength(bytes), 0);
    this.#tooLarge = { batchCount: batch.length, batchBytes };
  }

  #giveBack(batch: readonly LeasedDelivery[]): void {
    this.#results.push(...giveBack(batch));
  }

  #note(batch: readonly LeasedDelivery[], state: 'sent' | 'dead', lastError = ''): void {
    if (state === 'sent') this.#passed += batch.length;
    for (const delivery of batch) {
      this.#results.push({ ...refOf(delivery), state, nextAt: 0, lastError, tried: true });
    }
  }
}

/** Whether the answer can be about one statement of the batch; then halving finds it. */
function isAboutStatements(failure: LrsFailure): boolean {
  if (failure.kind === 'forbidden') return true;
  return failure.kind === 'refused' && storeFaultOf(failure) !== 'store.version-refused';
}
