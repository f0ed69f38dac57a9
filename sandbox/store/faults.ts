/** Faults of record stores, gateways and networks. Seeded, so runs repeat. */
import { isObject } from './json.ts';
import { StoreProblem } from './problem.ts';

export interface FaultSettings {
  readonly slowMs: number;
  /** `refuse` cuts connections, `503` returns it. */
  readonly down: 'no' | 'refuse' | '503';
  /** Next writes that return 429. */
  readonly throttleNext: number;
  /** Retry-After of the 429s; null omits it. */
  readonly retryAfterSeconds: number | null;
  /** Next writes that return `failStatus`. */
  readonly failNext: number;
  readonly failStatus: number;
  readonly redirectNext: number;
  readonly htmlNext: number;
  /** Next writes that are stored, then cut without a response. */
  readonly cutNext: number;
  /** Share of writes, 0 to 1, that return 500, 502 or 504. */
  readonly randomRate: number;
  readonly randomSeed: number;
  /** Writes with these verbs return 403, as stores with a verb list do. */
  readonly refuseVerbs: readonly string[];
}

export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'html' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'cut-after-commit' };

export interface FaultControl {
  readonly settings: FaultSettings;
  set(change: Readonly<Partial<FaultSettings>>): void;
  reset(): void;
}

const none: FaultSettings = {
  slowMs: 0,
  down: 'no',
  throttleNext: 0,
  retryAfterSeconds: null,
  failNext: 0,
  failStatus: 500,
  redirectNext: 0,
  htmlNext: 0,
  cutNext: 0,
  randomRate: 0,
  randomSeed: 1,
  refuseVerbs: [],
};

const whole = (most: number) => (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

const allowed: Readonly<Record<keyof FaultSettings, (value: unknown) => boolean>> = {
  slowMs: whole(600_000),
  down: (value) => value === 'no' || value === 'refuse' || value === '503',
  throttleNext: whole(1_000_000),
  retryAfterSeconds: (value) => value === null || whole(86_400)(value),
  failNext: whole(1_000_000),
  failStatus: (value) => whole(599)(value) && Number(value) >= 400,
  redirectNext: whole(1_000_000),
  htmlNext: whole(1_000_000),
  cutNext: whole(1_000_000),
  randomRate: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  randomSeed: whole(0xffff_ffff),
  refuseVerbs: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
};

const randomStatuses = [500, 502, 504] as const;

export class Faults implements FaultControl {
  #settings: FaultSettings = none;
  #random = generator(none.randomSeed);

  get settings(): FaultSettings {
    return this.#settings;
  }

  set(change: Readonly<Partial<FaultSettings>>): void {
    this.setUnknown(change);
  }

  setUnknown(change: unknown): void {
    if (!isObject(change)) throw new StoreProblem(400, 'The settings must be an object.');
    const wrong = Object.entries(change).find(([key, value]) => !isSetting(key) || !allowed[key](value));
    if (wrong !== undefined)
      throw new StoreProblem(400, `The setting ${wrong[0]} is unknown or out of range.`);
    this.#settings = { ...this.#settings, ...change };
    if ('randomSeed' in change) this.#random = generator(this.#settings.randomSeed);
  }

  reset(): void {
    this.#settings = none;
    this.#random = generator(none.randomSeed);
  }

  forRead(): Fault | undefined {
    const { down } = this.#settings;
    if (down === 'refuse') return { kind: 'refuse' };
    return down === '503' ? { kind: 'status', status: 503, retryAfterSeconds: null } : undefined;
  }

  forWrite(): Fault | undefined {
    const down = this.forRead();
    if (down !== undefined) return down;
    const { retryAfterSeconds, failStatus } = this.#settings;
    if (this.#use('throttleNext')) return { kind: 'status', status: 429, retryAfterSeconds };
    if (this.#use('failNext')) return { kind: 'status', status: failStatus, retryAfterSeconds };
    if (this.#use('redirectNext')) return { kind: 'redirect' };
    if (this.#use('htmlNext')) return { kind: 'html' };
    if (this.#use('cutNext')) return { kind: 'cut-after-commit' };
    return this.#randomFault();
  }

  #use(counter: 'throttleNext' | 'failNext' | 'redirectNext' | 'htmlNext' | 'cutNext'): boolean {
    const left = this.#settings[counter];
    if (left > 0) this.#settings = { ...this.#settings, [counter]: left - 1 };
    return left > 0;
  }

  #randomFault(): Fault | undefined {
    const { randomRate } = this.#settings;
    if (randomRate === 0 || this.#random() >= randomRate) return undefined;
    const status = randomStatuses[Math.floor(this.#random() * randomStatuses.length)] ?? 500;
    return { kind: 'status', status, retryAfterSeconds: null };
  }
}

function isSetting(key: string): key is keyof FaultSettings {
  return Object.hasOwn(none, key);
}

/** Mulberry32: small and seeded; returns [0, 1). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
