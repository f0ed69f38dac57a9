/** Percentages of the points of a bank's items, 1 to 100 (ADR 29). */
import type { Bank, Estimate, ItemParameters, Response } from '../kit/measurement-types.ts';
import { expectedPoints, type ItemCurve } from './models.ts';

/** 0 to 1, increasing with θ (logits): the test characteristic curve. */
export function expectedShare(items: readonly ItemCurve[], theta: number): number {
  return expectedSum(items, theta) / pointsOf(items);
}

/** The expected share in per cent. */
export function scoreAt(items: readonly ItemCurve[], theta: number): number {
  return percentOf(expectedShare(items, theta));
}

/**
 * Score and its 80 % band.
 * - `expected`: expected of this ability on every item.
 * - `domain`: the points of answered items, and the expected ones of the others (Bock, Thissen & Zimowski
 *   1997, IRT estimation of domain scores). The band is the expected one, widened to hold the score.
 * @param items all of the domain; answers to other items are ignored
 */
export function scoreOn(
  score: Bank['score'],
  items: readonly ItemParameters[],
  responses: readonly Response[],
  { theta, band: [low, high] }: Pick<Estimate, 'theta' | 'band'>,
): { readonly score: number; readonly scoreBand: readonly [number, number] } {
  const expected = {
    score: scoreAt(items, theta),
    scoreBand: [scoreAt(items, low), scoreAt(items, high)] as const,
  };
  if (score === 'expected') return expected;
  const answers = new Map(responses.map(({ item, points }) => [item, points]));
  const open = items.filter((item) => !answers.has(item));
  const earned = items.reduce((sum, item) => sum + (answers.get(item) ?? 0), 0);
  const domain = percentOf((earned + expectedSum(open, theta)) / pointsOf(items));
  const [from, to] = expected.scoreBand;
  return { score: domain, scoreBand: [Math.min(from, domain), Math.max(to, domain)] };
}

function expectedSum(items: readonly ItemCurve[], theta: number): number {
  return items.reduce((sum, item) => sum + expectedPoints(item, theta), 0);
}

function pointsOf(items: readonly ItemCurve[]): number {
  return items.reduce((sum, { steps }) => sum + steps.length, 0);
}

/** Never 0, because several platforms treat 0 as no grade. */
function percentOf(share: number): number {
  return Math.min(100, Math.max(1, Math.round(100 * share)));
}
