/** Metrics are named `numplus_delivery_<name>`. */
import type { DestinationState } from '../delivery/delivery-watch.ts';

interface DeliveryMeasure {
  readonly name: string;
  readonly help: string;
  readonly measure: (state: DestinationState, now: number) => number;
}

export const deliveryMeasures: readonly DeliveryMeasure[] = [
  {
    name: 'pending',
    help: 'Statements that wait for the destination, queued or not, counted to OUTBOX_LIMIT.',
    measure: ({ pending }) => pending,
  },
  {
    name: 'oldest_pending_seconds',
    help: 'How long the oldest of them has waited; 0 where none waits.',
    measure: ({ oldestPendingAt }, now) =>
      oldestPendingAt === null ? 0 : Math.max(0, (now - oldestPendingAt) / 1000),
  },
  {
    name: 'dead',
    help: 'Statements that the destination refuses (dead letters).',
    measure: ({ dead }) => dead,
  },
  {
    name: 'paused',
    help: '1 while nothing is sent until an operator acts.',
    measure: ({ isPaused }) => Number(isPaused),
  },
  {
    name: 'breaker_open',
    help: '1 while trouble at the destination makes us wait before the next try.',
    measure: ({ isPaused, failures, notBefore }, now) => Number(!isPaused && failures > 0 && notBefore > now),
  },
];
