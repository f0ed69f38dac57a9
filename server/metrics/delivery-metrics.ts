/**
 * How deliveries stand, in the text format of Prometheus: one series for each destination and measure, named by the
 * destination's id, and what prom-client knows of any process. Nothing of a person, a text or an address is in it.
 */
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { DeliveryWatch, DestinationState } from '../delivery/delivery-watch.ts';

interface DeliveryMetrics {
  readonly contentType: string;
  /** @throws AppError storage.unavailable */
  render(): Promise<string>;
}

interface MetricsDeps {
  readonly deliveryWatch: Pick<DeliveryWatch, 'read'>;
  readonly clock: () => number;
}

type Measure = (state: DestinationState, now: number) => number;

/** Name behind `numplus_delivery_`, meaning, measure. */
const gauges: readonly (readonly [name: string, help: string, measure: Measure])[] = [
  ['pending', 'Statements that wait for the destination.', ({ pending }) => pending],
  ['oldest_pending_seconds', 'How long the oldest of them has waited; 0 where none waits.', ageSeconds],
  ['dead', 'Statements that the destination refuses (dead letters).', ({ dead }) => dead],
  ['paused', '1 while nothing is sent until an operator acts.', ({ isPaused }) => Number(isPaused)],
  ['breaker_open', '1 while trouble at the destination makes us wait before the next try.', breakerOpen],
];

/** Has a registry of its own: two servers in one process share nothing. */
export function createDeliveryMetrics({ deliveryWatch, clock }: MetricsDeps): DeliveryMetrics {
  const registry = new Registry();
  const shared = { labelNames: ['destination'], registers: [registry] };
  collectDefaultMetrics({ register: registry });
  const measured = gauges.map(([name, help, measure]) => {
    return { gauge: new Gauge({ ...shared, name: `numplus_delivery_${name}`, help }), measure };
  });
  const sent = new Counter({
    ...shared,
    name: 'numplus_delivery_sent_total',
    help: 'Statements that the destination took.',
  });
  return {
    contentType: registry.contentType,
    async render() {
      const { destinations } = await deliveryWatch.read();
      // Filled in one go, so that no other reader finds it half empty.
      for (const metric of [sent, ...measured.map(({ gauge }) => gauge)]) metric.reset();
      for (const state of destinations) {
        const labels = { destination: state.id };
        for (const { gauge, measure } of measured) gauge.set(labels, measure(state, clock()));
        sent.inc(labels, state.sent);
      }
      return registry.metrics();
    },
  };
}

function ageSeconds({ oldestPendingAt }: DestinationState, now: number): number {
  return oldestPendingAt === null ? 0 : Math.max(0, (now - oldestPendingAt) / 1000);
}

function breakerOpen({ isPaused, failures, notBefore }: DestinationState, now: number): number {
  return Number(!isPaused && failures > 0 && notBefore > now);
}
