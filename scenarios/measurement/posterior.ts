/**
 * Weights on a grid (trapezoid rule): w_j ∝ φ((q_j − μ)/σ) Π_i P_i(q_j), with half weights at both ends,
 * as catR does on coarser grids. Logits.
 */
import type { Likelihood } from './likelihood.ts';
import type { Bank } from '../kit/measurement-types.ts';

export interface Grid {
  readonly from: number;
  readonly to: number;
  /** At least 2, both ends included. */
  readonly nodes: number;
}

/** Every 0.1 logit. */
export const standardGrid: Grid = { from: -6, to: 6, nodes: 121 };

export interface Posterior {
  /** Abilities, ascending. */
  readonly nodes: readonly number[];
  /** Sum 1. */
  readonly weights: readonly number[];
  readonly spacing: number;
}

export function gridNodes({ from, to, nodes }: Grid): number[] {
  return Array.from({ length: nodes }, (_, index) => from + ((to - from) * index) / (nodes - 1));
}

/** Without answers it is the prior. Works with logarithms to prevent underflow. */
export function posteriorOf(
  answers: readonly Likelihood[],
  prior: Bank['prior'],
  grid: Grid = standardGrid,
): Posterior {
  return posteriorFrom(
    gridNodes(grid),
    (theta) => answers.reduce((sum, answer) => sum + answer.logProbability(theta), 0),
    prior,
  );
}

/** @param logLikelihood up to a constant, at each node */
export function posteriorFrom(
  nodes: readonly number[],
  logLikelihood: (theta: number, index: number) => number,
  { mean, sd }: Bank['prior'],
): Posterior {
  const last = nodes.length - 1;
  const logs = nodes.map((theta, index) => {
    const half = index === 0 || index === last ? Math.log(0.5) : 0;
    return logLikelihood(theta, index) - ((theta - mean) / sd) ** 2 / 2 + half;
  });
  const largest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const shares = logs.map((log) => Math.exp(log - largest));
  const sum = shares.reduce((total, share) => total + share, 0);
  const spacing = ((nodes[last] ?? 0) - (nodes[0] ?? 0)) / last;
  return { nodes, weights: shares.map((share) => share / sum), spacing };
}

/** Mean and SD, logits: the EAP and its standard error. */
export function summarise({ nodes, weights }: Posterior): { readonly theta: number; readonly se: number } {
  const theta = nodes.reduce((sum, node, index) => sum + node * (weights[index] ?? 0), 0);
  const variance = nodes.reduce((sum, node, index) => sum + (node - theta) ** 2 * (weights[index] ?? 0), 0);
  return { theta, se: Math.sqrt(variance) };
}
