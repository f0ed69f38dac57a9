export interface ServiceCall {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
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
