/** The score of several scenes alone: less than all points of the bank, since the others are only expected. */
import { estimateEap } from '../../scenarios/measurement/estimate.ts';
import { scoreOn } from '../../scenarios/measurement/score.ts';
import { content } from './s02.ts';

/** Whole per cent for all points, by the bank of the demo form; scenes without items add nothing. */
export function scoreOfScenes(scenarios: readonly string[]): number {
  const bank = content.getBank(content.getForm('demo').bankVersion);
  const own = bank.items.filter((item) => scenarios.includes(item.scenario));
  if (own.length === 0) throw new Error(`the bank has no item of ${scenarios.join(', ')}`);
  const responses = own.map((item) => ({ item, points: item.steps.length }));
  return scoreOn(bank.score, bank.items, responses, estimateEap(responses, bank)).score;
}
