type WaitOption =
  'serverSelectionTimeoutMS' | 'connectTimeoutMS' | 'heartbeatFrequencyMS' | 'socketTimeoutMS';

interface Patience {
  /** Limit for finding a server that takes writes: longer than an election, which starts after 10 s. */
  readonly selectionMs: number;
  /** Limit for the answer to a new connection or heartbeat. */
  readonly connectMs: number;
  /** Between checks; with `connectMs` it limits how long a silent server counts as present. */
  readonly heartbeatMs: number;
  /** Limit for the answer to a call: a firewall may drop one connection while heartbeats go through. */
  readonly silenceMs: number;
}

/** After `silenceMs` the caller of a query has given up. */
export const patience: Patience = {
  selectionMs: 15_000,
  connectMs: 5_000,
  heartbeatMs: 5_000,
  silenceMs: 30_000,
};
const replicationTimeoutMs = 10_000;
/** Firewalls drop connections that are idle for minutes. */
const restingMs = 60_000;

const durable = {
  maxIdleTimeMS: restingMs,
  // An acknowledged write survives the loss of one server and of its power.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: replicationTimeoutMs },
  // A sent statement must not be rolled back in the log.
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  ignoreUndefined: true,
  // Migrations create indexes. Without a server a query fails instead of being buffered.
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  appName: 'numplus',
} as const;

export function toOptions({
  selectionMs,
  connectMs,
  heartbeatMs,
  silenceMs,
}: Patience): typeof durable & Readonly<Record<WaitOption, number>> {
  return {
    ...durable,
    serverSelectionTimeoutMS: selectionMs,
    connectTimeoutMS: connectMs,
    heartbeatFrequencyMS: heartbeatMs,
    socketTimeoutMS: silenceMs,
  };
}
