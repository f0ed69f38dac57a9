/**
 * z_k = a k θ − c_k with c_k = a (b_1 + … + b_k): the log-likelihood is concave in (c, a), so Newton's method
 * converges from anywhere. Masters 1982; Muraki 1992.
 */
import { addOuterProduct, createMatrix, solve, type SymmetricMatrix } from './calibrate-algebra.ts';

export interface OffsetCurve {
  /** a > 0. */
  readonly slope: number;
  /** c_1 … c_m. */
  readonly offsets: readonly number[];
}

export interface CurveTable {
  /** log D(θ) = log Σ_k exp(z_k), by node. */
  readonly logDenominators: Float64Array;
  /** P_k(θ), k = 1 … m, by node. */
  readonly probabilities: readonly Float64Array[];
}

/** Expected counts, given the previous parameters. */
export interface ItemCounts {
  readonly nodes: Float64Array;
  /** Persons by category, from 0. */
  readonly categories: readonly number[];
  /** Σ category × expected ability; for a free slope. */
  readonly slopeSum: number;
}

export function toCurve({ slope, steps }: { slope: number; steps: readonly number[] }): OffsetCurve {
  let sum = 0;
  return { slope, offsets: steps.map((step) => (sum += slope * step)) };
}

/** b_1 … b_m, logits. */
export function toSteps({ slope, offsets }: OffsetCurve): number[] {
  return offsets.map((offset, place) => (offset - (offsets[place - 1] ?? 0)) / slope);
}

export function tabulate({ slope, offsets }: OffsetCurve, nodes: Float64Array): CurveTable {
  const logDenominators = new Float64Array(nodes.length);
  const probabilities = offsets.map(() => new Float64Array(nodes.length));
  const terms = new Float64Array(offsets.length);
  for (let node = 0; node < nodes.length; node += 1) {
    const theta = nodes[node] ?? 0;
    let largest = 0;
    for (let place = 0; place < offsets.length; place += 1) {
      const term = slope * (place + 1) * theta - (offsets[place] ?? 0);
      terms[place] = term;
      if (term > largest) largest = term;
    }
    let denominator = Math.exp(-largest);
    for (const [place, term] of terms.entries()) {
      const part = Math.exp(term - largest);
      terms[place] = part;
      denominator += part;
    }
    logDenominators[node] = largest + Math.log(denominator);
    for (const [place, curve] of probabilities.entries()) curve[node] = (terms[place] ?? 0) / denominator;
  }
  return { logDenominators, probabilities };
}

/** Outside this range, steps lose their meaning. */
export const slopeRange = { lowest: 0.1, highest: 8 } as const;

const newtonSteps = 4;
/** Limits each step, so that a poor start does not overshoot. */
const longestStep = 1.5;

export function maximise(
  start: OffsetCurve,
  counts: ItemCounts,
  nodes: Float64Array,
  isSlopeFree: boolean,
): OffsetCurve {
  let curve = start;
  for (let step = 0; step < newtonSteps; step += 1) {
    const { gradient, information } = differentiate(curve, counts, nodes, isSlopeFree);
    const move = solve(information, gradient);
    if (move === null) return curve;
    const longest = move.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    const scale = longest > longestStep ? longestStep / longest : 1;
    const { offsets, slope } = curve;
    const moved = slope + scale * (isSlopeFree ? (move[offsets.length] ?? 0) : 0);
    curve = {
      offsets: offsets.map((offset, place) => offset + scale * (move[place] ?? 0)),
      slope: Math.min(slopeRange.highest, Math.max(slopeRange.lowest, moved)),
    };
    if (longest < 1e-8) return curve;
  }
  return curve;
}

/** Gradient and information (negative second derivatives), in the order c_1 … c_m, then a if it is free. */
export function differentiate(
  curve: OffsetCurve,
  { nodes: persons, categories, slopeSum }: ItemCounts,
  nodes: Float64Array,
  isSlopeFree: boolean,
): { readonly gradient: Float64Array; readonly information: SymmetricMatrix } {
  const { probabilities } = tabulate(curve, nodes);
  const steps = curve.offsets.length;
  const size = steps + (isSlopeFree ? 1 : 0);
  const gradient = new Float64Array(size);
  for (let place = 0; place < steps; place += 1) gradient[place] = -(categories[place + 1] ?? 0);
  if (isSlopeFree) gradient[steps] = slopeSum;
  const information = createMatrix(size);
  // Derivatives of z_k: −1 at c_k, k θ at a; none for category 0.
  const expected = new Float64Array(size);
  const own = new Float64Array(size);
  for (let node = 0; node < nodes.length; node += 1) {
    const weight = persons[node] ?? 0;
    if (weight === 0) continue;
    const theta = nodes[node] ?? 0;
    expected.fill(0);
    for (let place = 0; place < steps; place += 1) {
      const probability = probabilities[place]?.[node] ?? 0;
      own.fill(0);
      own[place] = -1;
      if (isSlopeFree) own[steps] = (place + 1) * theta;
      for (let part = 0; part < size; part += 1) {
        expected[part] = (expected[part] ?? 0) + probability * (own[part] ?? 0);
      }
      addOuterProduct(information, own, weight * probability);
    }
    addOuterProduct(information, expected, -weight);
    for (let part = 0; part < size; part += 1) {
      gradient[part] = (gradient[part] ?? 0) - weight * (expected[part] ?? 0);
    }
  }
  return { gradient, information };
}
