/** Remembers the last service calls, so that a test can see what a tool really sent and how often. */
export interface ServiceCall {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was cut before an answer. */
  readonly status: number;
  /** What was posted to line items and scores; empty for the other calls. */
  readonly body: string;
}

const MAX_CALLS = 2000;

export interface ServiceLog {
  add(call: ServiceCall): void;
  list(): readonly ServiceCall[];
}

export function createServiceLog(): ServiceLog {
  const calls: ServiceCall[] = [];
  return {
    add(call) {
      calls.push(call);
      if (calls.length > MAX_CALLS) calls.shift();
    },
    list: () => [...calls],
  };
}
