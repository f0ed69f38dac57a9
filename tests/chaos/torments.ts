/** What goes wrong and when, by a seed. Pure: the same seed, length and number of processes give the same plan. */
import type { FaultSettings } from '../../sandbox/store/faults.ts';
import type { ControlCommand } from '../../sandbox/lms/control-command.ts';
import { createRandom } from '../../scenarios/measurement/random.ts';

export type Torment =
  /** Kills a process, which is replaced after `downMs`. */
  | { readonly kind: 'kill'; readonly unit: number; readonly downMs: number }
  /** The record stores misbehave for so long. */
  | { readonly kind: 'store'; readonly faults: Partial<FaultSettings>; readonly lastsMs: number }
  /** The LMS misbehaves for so long. */
  | { readonly kind: 'lms'; readonly command: ControlCommand; readonly lastsMs: number }
  /** Cuts this share of the learners' connections. */
  | { readonly kind: 'cut'; readonly share: number }
  /** Takes answers away after the tool has done its work. */
  | { readonly kind: 'lose-answers'; readonly count: number }
  /** No connection at all for so long. */
  | { readonly kind: 'dark'; readonly lastsMs: number };

export interface PlannedTorment {
  /** Milliseconds from the beginning. */
  readonly atMs: number;
  readonly torment: Torment;
}

/** Between two torments, in milliseconds. */
const gap = { least: 1_200, most: 3_200 } as const;

const storeFaults: readonly Partial<FaultSettings>[] = [
  { down: 'refuse' },
  { down: '503' },
  { slowMs: 1_500 },
  { throttleNext: 4, retryAfterSeconds: 1 },
  { throttleNext: 3, retryAfterSeconds: null },
  { failNext: 3, failStatus: 503 },
  { cutNext: 3 },
  { redirectNext: 1 },
  { htmlNext: 1 },
  { randomRate: 0.3 },
];

const lmsFaults: readonly ControlCommand[] = [
  { command: 'setDown', down: true },
  { command: 'setDelay', delayMs: 1_500 },
  { command: 'failNext', count: 4, status: 503 },
  { command: 'failNext', count: 3, status: 429, retryAfterSeconds: 1 },
  { command: 'failNext', count: 2, status: 500, service: 'token' },
  { command: 'cutAfterScore', count: 3 },
  { command: 'setKeySet', down: true },
  { command: 'revokeTokens' },
];

/**
 * The torments of so many minutes, in order. Every kind comes once before any comes again.
 * @param units how many processes there are to kill
 */
export function planTorments(seed: number, minutes: number, units: number): PlannedTorment[] {
  const random = createRandom(`torments ${seed}`);
  const below = (most: number): number => Math.floor(random.uniform() * most);
  const plan: PlannedTorment[] = [];
  let deck: Torment[] = [];
  for (let atMs = gap.most; atMs < minutes * 60_000; atMs += gap.least + below(gap.most - gap.least)) {
    if (deck.length === 0) deck = makeDeck(units, below);
    const [torment] = deck.splice(below(deck.length), 1);
    if (torment !== undefined) plan.push({ atMs, torment });
  }
  return plan;
}

function makeDeck(units: number, below: (most: number) => number): Torment[] {
  const lastsMs = (): number => 1_000 + below(5_000);
  // A process in its place for long enough: one that is always dead can do nothing wrong.
  const kills = Array.from({ length: Math.max(4, units) }, (_, index) => index % units);
  return [
    ...kills.map((unit): Torment => ({ kind: 'kill', unit, downMs: below(2_000) })),
    ...storeFaults.map((faults): Torment => ({ kind: 'store', faults, lastsMs: lastsMs() })),
    ...lmsFaults.map((command): Torment => ({ kind: 'lms', command, lastsMs: lastsMs() })),
    ...[0.2, 0.5, 1].map((share): Torment => ({ kind: 'cut', share })),
    ...[1, 3, 10].map((count): Torment => ({ kind: 'lose-answers', count })),
    { kind: 'dark', lastsMs: 500 + below(2_500) },
  ];
}
