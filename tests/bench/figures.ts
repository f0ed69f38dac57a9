/** Figures of measurements: medians, percentiles, and how they are written. */
import { loadavg } from 'node:os';

/** The median; 0 if there are no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = 0, high = 0] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

/** The value that this share of them does not pass, 0 if there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** `p50 1.2 ms  p95 3.4 ms  p99 5.6 ms` */
export function formatLatencies(eachMs: readonly number[]): string {
  return [0.5, 0.95, 0.99]
    .map((share) => `p${100 * share} ${percentile(eachMs, share).toFixed(1)} ms`)
    .join('  ');
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Load from other programs during a measurement, which affects ratios less than single figures. */
export function sayLoad(): void {
  const load = loadavg().map((value) => value.toFixed(1));
  say(`\nload of the machine now: ${load.join(' ')}`);
}
