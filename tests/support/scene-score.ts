/** Scores of single scenes: with so few answers the model never gives 100. */
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import { estimateEap } from '../../scenarios/measurement/estimate.ts';
import { scoreAt } from '../../scenarios/measurement/score.ts';
import { content } from './s02.ts';

/**
 * Whole per cent, by the bank of the demo form.
 * @param points by dimension; all points where missing
 */
export function scoreOfScene(scenario: string, points: Partial<Record<Dimension, number>> = {}): number {
  return scoreOfScenes([scenario], points);
}

/** The same for several scenes; those without items add nothing. */
export function scoreOfScenes(
  scenarios: readonly string[],
  points: Partial<Record<Dimension, number>> = {},
): number {
  const bank = content.getBank(content.getForm('demo').bankVersion);
  const own = bank.items.filter((item) => scenarios.includes(item.scenario));
  if (own.length === 0) throw new Error(`the bank has no item of ${scenarios.join(', ')}`);
  const responses = own.map((item) => ({ item, points: points[item.dimension] ?? item.steps.length }));
  return scoreAt(bank.items, estimateEap(responses, bank).theta);
}
