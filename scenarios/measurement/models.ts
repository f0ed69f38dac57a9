/**
 * Generalised partial credit (Muraki 1992); slope 1: Masters 1982. θ and steps b in logits, D = 1. Finite
 * for every finite θ, slope > 0, steps in any order.
 */

export interface ItemCurve {
  /** a > 0. */
  readonly slope: number;
  /** b_1 … b_m, m ≥ 1, logits. */
  readonly steps: readonly number[];
}

/**
 * P_0 … P_m at θ: P_k ∝ exp(z_k), z_0 = 0, z_k = Σ_{v=1..k} a(θ − b_v). Subtracts the largest z first,
 * against overflow.
 */
export function categoryProbabilities({ slope, steps }: ItemCurve, theta: number): number[] {
  const shares = [0];
  let z = 0;
  let largest = 0;
  for (const step of steps) {
    z += slope * (theta - step);
    if (z > largest) largest = z;
    shares.push(z);
  }
  let sum = 0;
  for (let points = 0; points < shares.length; points += 1) {
    const share = Math.exp((shares[points] ?? 0) - largest);
    shares[points] = share;
    sum += share;
  }
  for (let points = 0; points < shares.length; points += 1) shares[points] = (shares[points] ?? 0) / sum;
  return shares;
}

/** Finite even if P underflows; 0 ≤ `points` ≤ m. */
export function logProbability({ slope, steps }: ItemCurve, points: number, theta: number): number {
  // log Σ exp(z_k) as largest + log(sum): one exponential per step.
  let z = 0;
  let largest = 0;
  let sum = 1;
  let reached = 0;
  for (let index = 0; index < steps.length; index += 1) {
    z += slope * (theta - (steps[index] ?? 0));
    if (z <= largest) {
      sum += Math.exp(z - largest);
    } else {
      sum = sum * Math.exp(largest - z) + 1;
      largest = z;
    }
    if (index + 1 === points) reached = z;
  }
  return reached - largest - Math.log(sum);
}

export interface PointMoments {
  /** E = Σ k P_k, 0 to m. */
  readonly expected: number;
  /** V = Σ (k − E)² P_k. */
  readonly variance: number;
  /** Σ (k − E)³ P_k. */
  readonly third: number;
}

/** Moments of the points at θ (logits). */
export function pointMoments(item: ItemCurve, theta: number): PointMoments {
  const probabilities = categoryProbabilities(item, theta);
  let expected = 0;
  for (let points = 1; points < probabilities.length; points += 1) {
    expected += points * (probabilities[points] ?? 0);
  }
  let variance = 0;
  let third = 0;
  for (let points = 0; points < probabilities.length; points += 1) {
    const away = points - expected;
    const square = away * away * (probabilities[points] ?? 0);
    variance += square;
    third += away * square;
  }
  return { expected, variance, third };
}

/** E at θ, 0 to m; increases with θ. */
export function expectedPoints(item: ItemCurve, theta: number): number {
  return pointMoments(item, theta).expected;
}

/** Fisher information at θ: I = a² V, per logit². */
export function information(item: ItemCurve, theta: number): number {
  return item.slope ** 2 * pointMoments(item, theta).variance;
}

/** dI/dθ = a³ Σ (k − E)³ P_k; here also J of Warm (1989). */
export function informationDerivative(item: ItemCurve, theta: number): number {
  return item.slope ** 3 * pointMoments(item, theta).third;
}

/** Sum of the items' information at θ, per logit². */
export function testInformation(items: readonly ItemCurve[], theta: number): number {
  return items.reduce((sum, item) => sum + information(item, theta), 0);
}
