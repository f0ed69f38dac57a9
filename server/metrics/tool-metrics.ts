/**
 * Prometheus metrics. Visitors cannot add label values: only routes, codes, states and ids of destinations.
 * No personal data, texts or addresses.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DeliveryWatch } from '../delivery/delivery-watch.ts';
import type { GradesPort } from '../storage/ports/grades.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { readById } from '../storage/read-pages.ts';
import { deliveryMeasures } from './delivery-measures.ts';

/** Calls are cheap and never throw. */
export interface Counts {
  /** @param route pattern, never an address; `status` is the class, e.g. `2xx` */
  request(labels: { readonly method: string; readonly route: string; readonly status: string }): void;
  took(route: string, seconds: number): void;
  /** @param outcome `accepted`, `held` or the code of the refusal */
  launch(outcome: string): void;
  /** Repeated actions count again. */
  actions(batch: { readonly sent: number; readonly rejected: number; readonly diverged: boolean }): void;
}

export interface ToolMetrics {
  readonly contentType: string;
  readonly counts: Counts;
  /** @throws AppError storage.unavailable */
  render(): Promise<string>;
}

interface MetricsDeps {
  readonly deliveryWatch: Pick<DeliveryWatch, 'read'>;
  readonly storage: { readonly organisations: Storage['organisations']; readonly grades: GradesPort };
  readonly clock: () => number;
}

const secondsOfRequests = [0.005, 0.025, 0.1, 0.5, 1, 5, 15];

/** Each has its own registry, so that two servers in one process share nothing. */
export function createToolMetrics(deps: MetricsDeps): ToolMetrics {
  const registry = new Registry();
  const counts = createCounts(registry);
  const fillDeliveries = createDeliveryGauges(registry, deps);
  const fillGrades = createGradeGauges(registry, deps.storage);
  let isCollecting = false;
  return {
    contentType: registry.contentType,
    counts,
    async render() {
      // Started at the first scrape, because watching the process has a cost.
      if (!isCollecting) collectDefaultMetrics({ register: registry });
      isCollecting = true;
      await Promise.all([fillDeliveries(), fillGrades()]);
      return registry.metrics();
    },
  };
}

function createCounts(registry: Registry): Counts {
  const registers = [registry];
  const requests = new Counter({
    name: 'numplus_http_requests_total',
    help: 'Requests that were answered, by method, route and class of status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'numplus_http_request_seconds',
    help: 'How long requests took.',
    labelNames: ['route'],
    buckets: secondsOfRequests,
    registers,
  });
  const launches = new Counter({
    name: 'numplus_launches_total',
    help: 'Launches by outcome: accepted, held, or the code of the refusal.',
    labelNames: ['outcome'],
    registers,
  });
  const counter = (name: string, help: string): Counter => new Counter({ name, help, registers });
  const sent = counter('numplus_actions_total', 'Actions that learners sent, repeats included.');
  const rejected = counter('numplus_actions_rejected_total', 'Actions that the world refused.');
  const diverged = counter(
    'numplus_world_divergences_total',
    'Batches after which a page showed another state than the server.',
  );
  return {
    request: (labels) => {
      requests.inc(labels);
    },
    took: (route, duration) => {
      seconds.observe({ route }, duration);
    },
    launch: (outcome) => {
      launches.inc({ outcome });
    },
    actions: (batch) => {
      sent.inc(batch.sent);
      rejected.inc(batch.rejected);
      diverged.inc(Number(batch.diverged));
    },
  };
}

function createDeliveryGauges(
  registry: Registry,
  { deliveryWatch, clock }: Pick<MetricsDeps, 'deliveryWatch' | 'clock'>,
): () => Promise<void> {
  const shared = { labelNames: ['destination'], registers: [registry] };
  const measured = deliveryMeasures.map(({ name, help, measure }) => {
    return { gauge: new Gauge({ ...shared, name: `numplus_delivery_${name}`, help }), measure };
  });
  const sent = new Counter({
    ...shared,
    name: 'numplus_delivery_sent_total',
    help: 'Statements that the destination took.',
  });
  const live = new Gauge({
    name: 'numplus_workers',
    help: 'Workers that showed a sign of life within the last minute.',
    registers: [registry],
  });
  return async () => {
    const { destinations, workers } = await deliveryWatch.read();
    live.set(workers);
    // No await from here on: a concurrent scrape must not read half of the values.
    for (const metric of [sent, ...measured.map(({ gauge }) => gauge)]) metric.reset();
    for (const state of destinations) {
      const labels = { destination: state.id };
      for (const { gauge, measure } of measured) gauge.set(labels, measure(state, clock()));
      sent.inc(labels, state.sentTotal);
    }
  };
}

function createGradeGauges(registry: Registry, storage: MetricsDeps['storage']): () => Promise<void> {
  const gauge = new Gauge({
    name: 'numplus_grades',
    help: 'Grades by what became of them: pending, sent, failed, withdrawn.',
    labelNames: ['state'],
    registers: [registry],
  });
  return async () => {
    const totals = new Map<string, number>();
    for await (const { id } of readById((page) => storage.organisations.list(page))) {
      for (const [state, count] of Object.entries(await storage.grades.count(id))) {
        totals.set(state, (totals.get(state) ?? 0) + count);
      }
    }
    gauge.reset();
    for (const [state, count] of totals) gauge.set({ state }, count);
  };
}
