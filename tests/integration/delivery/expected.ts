/** Compares the statements produced in the fault suite with those in the store at the end. */
import { expect } from 'vitest';
import type { DeliverySummary } from '../../../server/storage/ports/deliveries.ts';
import type { Destination } from '../../../server/storage/ports/destinations.ts';
import { type DeliveryBench, statementText } from '../../support/delivery-bench.ts';

const setByStore: ReadonlySet<string> = new Set(['stored', 'authority', 'version']);

export const many = (count: number): string[] => Array.from({ length: count }, () => statementText());

/** The texts in the store, without what it set itself; sorted, since two workers have no order. */
function heldTexts(bench: DeliveryBench): string[] {
  return bench.store
    .statements()
    .map((statement) =>
      JSON.stringify(Object.fromEntries(Object.entries(statement).filter(([name]) => !setByStore.has(name)))),
    )
    .sort();
}

/** The store has exactly these, byte for byte and none twice, and nothing is left to send. */
export async function expectExactly(
  bench: DeliveryBench,
  texts: readonly string[],
  rest: Partial<DeliverySummary> = {},
): Promise<void> {
  expect(heldTexts(bench)).toEqual(texts.toSorted());
  expect(await readSummary(bench)).toMatchObject({ pending: 0, dead: 0, sent: texts.length, ...rest });
}

export async function readDestination(bench: DeliveryBench): Promise<Destination> {
  const [first] = await bench.context.storage.destinations.list({ limit: 1 });
  if (first === undefined) throw new Error('no destination');
  return first;
}

async function readSummary(bench: DeliveryBench): Promise<DeliverySummary> {
  const { organisationId, id } = await readDestination(bench);
  return bench.context.storage.deliveries.summary(organisationId, id);
}

/** Works and lets a quarter of an hour pass, again and again, until nothing is pending. */
export async function workUntilDone(bench: DeliveryBench, most = 200): Promise<void> {
  for (let turn = 0; turn < most; turn += 1) {
    await bench.work();
    if ((await readSummary(bench)).pending === 0) return;
    bench.wait(15 * 60_000);
  }
  throw new Error('statements are still pending');
}
