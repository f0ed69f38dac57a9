/**
 * Reliability: 1 if persons are perfectly distinguished, 0 if not at all (Adams 2005, as in TAM).
 * Null below two persons, or if they do not differ.
 */
import type { PointEstimate } from '../measurement/point-estimates.ts';
import { mean, variance } from './statistics.ts';

/** 1 − mean(SE²) / var(θ̂); below 0 if errors exceed the differences. */
export function wleReliability(persons: readonly PointEstimate[]): number | null {
  const { spread, error } = partsOf(persons);
  return spread > 0 ? 1 - error / spread : null;
}

/** var(θ̂) / (var(θ̂) + mean(SE²)), 0 to 1. */
export function eapReliability(persons: readonly PointEstimate[]): number | null {
  const { spread, error } = partsOf(persons);
  return spread > 0 ? spread / (spread + error) : null;
}

function partsOf(persons: readonly PointEstimate[]): { readonly spread: number; readonly error: number } {
  return {
    spread: variance(persons.map(({ theta }) => theta)),
    error: mean(persons.map(({ se }) => se ** 2)),
  };
}

/**
 * Cronbach's α = k/(k−1) · (1 − Σ var(item) / var(sum)) over k items.
 * @param rows points by person, without missing
 * @returns null below two items or persons, or if sums do not differ
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0;
  const whole = variance(rows.map((row) => row.reduce((sum, points) => sum + points, 0)));
  if (items < 2 || !(whole > 0)) return null;
  const parts = Array.from({ length: items }, (_, item) => variance(rows.map((row) => row[item] ?? NaN)));
  const sum = parts.reduce((total, part) => total + part, 0);
  return (items / (items - 1)) * (1 - sum / whole);
}
