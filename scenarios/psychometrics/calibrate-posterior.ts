/** E step of EM (Bock & Aitkin 1981): expected abilities given the parameters. */
import { addScaled, dot } from './calibrate-algebra.ts';
import { type CurveTable, type ItemCounts, type OffsetCurve, tabulate } from './calibrate-curves.ts';
import type { PatternBlock } from './calibrate-patterns.ts';

export interface Figures {
  readonly curves: readonly OffsetCurve[];
  /** Of abilities, logits. */
  readonly mean: number;
  readonly sd: number;
}

export interface Expectation {
  readonly logLikelihood: number;
  readonly items: readonly ItemCounts[];
  readonly persons: number;
  /** Over persons: Σ E(θ), Σ E(θ²). */
  readonly sum: number;
  readonly squares: number;
}

/** Half the range and the spacing of nodes, logits; errors are rarely below two spacings. */
const reach = 8;
const distance = 0.1;

export const nodes = Float64Array.from(
  { length: Math.round((2 * reach) / distance) + 1 },
  (_, place) => (place - Math.round(reach / distance)) * distance,
);

/** True if three sds fit into the range and the sd is not lost between two nodes. */
export function isOnNodes({ mean, sd }: Pick<Figures, 'mean' | 'sd'>): boolean {
  return Math.abs(mean) + 3 * sd <= reach && sd >= 2 * distance;
}

/** Log weights of the population; the weights sum to 1 if `isOnNodes`. */
export function logPrior({ mean, sd }: Pick<Figures, 'mean' | 'sd'>): Float64Array {
  const constant = Math.log(distance / (sd * Math.sqrt(2 * Math.PI)));
  return nodes.map((node) => constant - ((node - mean) / sd) ** 2 / 2);
}

/**
 * Fills `weights` with the posterior given s = Σ a x (sum 1). Returns the log of their sum before
 * normalising.
 */
export function weigh(base: Float64Array, score: number, weights: Float64Array): number {
  let largest = -Infinity;
  for (let node = 0; node < weights.length; node += 1) {
    const logWeight = (base[node] ?? 0) + score * (nodes[node] ?? 0);
    weights[node] = logWeight;
    if (logWeight > largest) largest = logWeight;
  }
  let sum = 0;
  for (let node = 0; node < weights.length; node += 1) {
    const weight = Math.exp((weights[node] ?? 0) - largest);
    weights[node] = weight;
    sum += weight;
  }
  for (let node = 0; node < weights.length; node += 1) weights[node] = (weights[node] ?? 0) / sum;
  return largest + Math.log(sum);
}

/** Returns log prior − Σ log D of the items met; adding s θ gives log weights. */
export function baseOf(
  { items }: PatternBlock,
  tables: readonly CurveTable[],
  prior: Float64Array,
): Float64Array {
  const base = Float64Array.from(prior);
  for (const item of items) {
    const table = tables[item];
    if (table !== undefined) addScaled(base, table.logDenominators, -1);
  }
  return base;
}

/** The group's s = Σ a x. */
export function scoreOf(
  { items, categories }: PatternBlock,
  group: number,
  curves: readonly OffsetCurve[],
): number {
  let score = 0;
  for (let place = 0; place < items.length; place += 1) {
    const category = categories[group * items.length + place] ?? 0;
    score += category * (curves[items[place] ?? 0]?.slope ?? 1);
  }
  return score;
}

/** @param counts persons by item and category */
export function expectAbilities(
  blocks: readonly PatternBlock[],
  { curves, mean, sd }: Figures,
  counts: readonly (readonly number[])[],
): Expectation {
  const tables = curves.map((curve) => tabulate(curve, nodes));
  const prior = logPrior({ mean, sd });
  const squared = nodes.map((node) => node * node);
  const persons = curves.map(() => new Float64Array(nodes.length));
  const slopeSums = new Float64Array(curves.length);
  const weights = new Float64Array(nodes.length);
  let logLikelihood = -sumOffsets(curves, counts);
  let [all, sum, squares] = [0, 0, 0];
  for (const block of blocks) {
    const base = baseOf(block, tables, prior);
    const total = new Float64Array(nodes.length);
    for (let group = 0; group < block.persons.length; group += 1) {
      const number = block.persons[group] ?? 0;
      logLikelihood += number * weigh(base, scoreOf(block, group, curves), weights);
      addScaled(total, weights, number);
      all += number;
      const ability = number * dot(weights, nodes);
      for (const [place, item] of block.items.entries()) {
        const category = block.categories[group * block.items.length + place] ?? 0;
        slopeSums[item] = (slopeSums[item] ?? 0) + category * ability;
      }
    }
    sum += dot(total, nodes);
    squares += dot(total, squared);
    for (const item of block.items) {
      const own = persons[item];
      if (own !== undefined) addScaled(own, total, 1);
    }
  }
  const items = persons.map((own, item) => ({
    nodes: own,
    categories: counts[item] ?? [],
    slopeSum: slopeSums[item] ?? 0,
  }));
  return { logLikelihood, items, persons: all, sum, squares };
}

/** Σ c_x over all answers. */
function sumOffsets(curves: readonly OffsetCurve[], counts: readonly (readonly number[])[]): number {
  return curves.reduce(
    (sum, { offsets }, item) =>
      sum + offsets.reduce((own, offset, place) => own + offset * (counts[item]?.[place + 1] ?? 0), 0),
    0,
  );
}
