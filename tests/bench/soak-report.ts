/** What a soak prints, and its aims. */
import type { ProcessFigures } from './load-world.ts';
import { percentile, say } from './figures.ts';
import type { Met, Phase, Strikes } from './soak-process.ts';

/** Honest p95 with attackers, to that without. */
const mostRatio = 1.5;
const shownRefusals = 10;
const columns = ['without', 'with'] as const;

/** The tool's process during one part of a phase. */
export interface Span {
  readonly minutes: number;
  readonly begin: ProcessFigures;
  readonly end: ProcessFigures;
}

export type Spans = Readonly<Record<(typeof columns)[number], readonly Span[]>>;

export function sayStrikes(strikes: Strikes): void {
  say('\nattackers, and the status that they met');
  for (const [name, outcomes] of Object.entries(strikes)) {
    const told = Object.entries(outcomes).map(([outcome, count]) => `${outcome}: ${count}`);
    say(`  ${name}: ${told.join(', ')}`);
  }
}

/** Returns whether the aims were reached. */
export function sayReport(met: Readonly<Record<Phase, Met>>, spans: Spans): boolean {
  sayRow('', [...columns, 'ratio']);
  sayRow(
    'minutes',
    columns.map((phase) => sum(spans[phase], ({ minutes }) => minutes).toFixed(1)),
  );
  sayLatencies('requests', (phase) => met[phase].requestMs);
  sayLatencies('launches', (phase) => met[phase].launchMs);
  sayRow(
    'honest requests refused',
    columns.map((phase) => String(met[phase].refusals.length)),
  );
  sayProcess(spans);
  const refusals = Object.values(met).flatMap((each) => each.refusals);
  for (const refusal of refusals.slice(0, shownRefusals)) say(`  refused: ${refusal}`);
  const p95 = (phase: Phase): number => percentile(met[phase].requestMs, 0.95);
  say(`aims: p95 of requests at most ${mostRatio} times, none refused, also not while warming up`);
  return p95('with') <= mostRatio * p95('without') && refusals.length === 0;
}

function sayLatencies(what: string, of: (phase: Phase) => readonly number[]): void {
  sayRow(
    what,
    columns.map((phase) => of(phase).length.toLocaleString('en')),
  );
  for (const share of [0.5, 0.95, 0.99]) {
    const [without = 0, withAttackers = 0] = columns.map((phase) => percentile(of(phase), share));
    const ratio = without === 0 ? '' : (withAttackers / without).toFixed(2);
    sayRow(`  p${100 * share}, ms`, [without.toFixed(1), withAttackers.toFixed(1), ratio]);
  }
}

function sayProcess(spans: Spans): void {
  const both = (tell: (parts: readonly Span[]) => string): string[] =>
    columns.map((phase) => tell(spans[phase]));
  sayRow(
    'processor, % of one',
    both((parts) => {
      const cpuS = sum(parts, ({ begin, end }) => end.cpuS - begin.cpuS);
      return ((100 * cpuS) / (60 * sum(parts, ({ minutes }) => minutes))).toFixed(0);
    }),
  );
  sayRow(
    'memory at most, MB',
    both((parts) => Math.max(...parts.map(({ end }) => end.memoryMb)).toFixed(0)),
  );
  sayRow(
    'statements that wait',
    both((parts) => String(Math.max(...parts.map(({ end }) => end.waiting)))),
  );
}

function sum(parts: readonly Span[], of: (part: Span) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}

function sayRow(name: string, cells: readonly string[]): void {
  say(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(16)).join('')}`);
}
