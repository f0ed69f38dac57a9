/** The score of somebody who played one scene: what the model makes of so few answers, so never 100. */
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import { estimateEap } from '../../scenarios/measurement/estimate.ts';
import { scoreAt } from '../../scenarios/measurement/score.ts';
import { content } from './s02.ts';

/**
 * Whole per cent, by the bank of the form that activities play unless they ask for another.
 * @param points earned in each dimension of the scene; all that there are unless told
 */
export function scoreOfScene(scenario: string, points: Partial<Record<Dimension, number>> = {}): number {
  const bank = content.getBank(content.getForm('demo').bankVersion);
  const own = bank.items.filter((item) => item.scenario === scenario);
  if (own.length === 0) throw new Error(`the bank has no item of ${scenario}`);
  const responses = own.map((item) => ({ item, points: points[item.dimension] ?? item.steps.length }));
  return scoreAt(bank.items, estimateEap(responses, bank).theta);
}
