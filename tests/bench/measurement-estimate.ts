/** What it costs to measure one person, by the median over many. */
import { measureResults, type PlayedScene } from '../../scenarios/measurement/measure.ts';
import { createRandom } from '../../scenarios/measurement/random.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import { bank1 } from '../support/measurement/bank.ts';

/** Target for one person's whole measure, milliseconds. */
const aimMs = 5;

/** One learner's measure: overall with WLE, score and band, and the six dimensions. */
export function benchEstimate(): void {
  const random = createRandom('bench');
  const learners = Array.from({ length: 300 }, () => drawScenes(bank1, () => random.uniform()));
  for (const scenes of learners.slice(0, 100)) measureResults(bank1, scenes);
  const times = learners.map((scenes) => {
    const startedAt = performance.now();
    measureResults(bank1, scenes);
    return performance.now() - startedAt;
  });
  const [median, slowest] = [quantile(times, 0.5), quantile(times, 1)];
  process.stdout.write(
    `one learner, all sixteen scenes, overall and six dimensions: median ${median.toFixed(2)} ms of ${times.length}, ` +
      `slowest ${slowest.toFixed(2)} ms (aim < ${aimMs} ms)\n`,
  );
}

/** The sixteen scenes of a bank with points by chance. */
function drawScenes(bank: Bank, chance: () => number): PlayedScene[] {
  const scenarios = [...new Set(bank.items.map(({ scenario }) => scenario))];
  return scenarios.map((scenario) => {
    const items = bank.items
      .filter((item) => item.scenario === scenario)
      .map(({ dimension, steps: { length: max } }) => {
        const points = Math.floor(chance() * (max + 1));
        return { item: `${scenario}-${dimension}`, dimension, points, max, skipped: false };
      });
    return { scenario, worldVersion: 1, how: 'done', result: { rules: [], items, misconceptions: [] } };
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
