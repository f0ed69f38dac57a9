type WaitOption =
  'serverSelectionTimeoutMS' | 'connectTimeoutMS' | 'heartbeatFrequencyMS' | 'socketTimeoutMS';

interface Patience {
  /** How long a call waits for a server that takes writes: longer than an election, which starts after 10 s. */
  readonly selectionMs: number;
  /** How long a new connection, or a heartbeat, waits for an answer. */
  readonly connectMs: number;
  /**
   * How often the driver checks the server. With `connectMs` it limits how long a silent server counts as
   * present.
   */
  readonly heartbeatMs: number;
  /**
   * How long a call waits for an answer on one connection: a firewall may drop it while heartbeats go
   * through.
   */
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
/** Shorter than the minutes after which firewalls drop idle connections. */
const restingMs = 60_000;

const durable = {
  maxIdleTimeMS: restingMs,
  // An acknowledged write survives the loss of one server and of its power.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: replicationTimeoutMs },
  // What is read cannot be rolled back: a sent statement must not vanish from the log.
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
