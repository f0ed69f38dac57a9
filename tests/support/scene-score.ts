/** The score of several scenes: with so few answers the model never gives 100. */
import { estimateEap } from '../../scenarios/measurement/estimate.ts';
import { scoreAt } from '../../scenarios/measurement/score.ts';
import { content } from './s02.ts';

/** Whole per cent for all points, by the bank of the demo form; scenes without items add nothing. */
export function scoreOfScenes(scenarios: readonly string[]): number {
  const bank = content.getBank(content.getForm('demo').bankVersion);
  const own = bank.items.filter((item) => scenarios.includes(item.scenario));
  if (own.length === 0) throw new Error(`the bank has no item of ${scenarios.join(', ')}`);
  const responses = own.map((item) => ({ item, points: item.steps.length }));
  return scoreAt(bank.items, estimateEap(responses, bank).theta);
}
