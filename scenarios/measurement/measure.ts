/**
 * What counts (docs/researchers/en/measurement.md, Items and points):
 * - finished scene: its points;
 * - skipped after opening: 0 points;
 * - left, never reached or not accessible: missing, never 0;
 * - eased (ADR 11): as any other, except in calibration;
 * - item not in the bank, or with another maximum: missing; `scenario check` reports it.
 */
import { dimensions } from '../kit/dimensions.ts';
import type { SceneResult } from '../kit/log.ts';
import { estimateEap } from './estimate.ts';
import { estimateWle } from './point-estimates.ts';
import { scoreAt } from './score.ts';
import type { Bank, Measure, Response } from '../kit/measurement-types.ts';

export interface PlayedScene {
  readonly scenario: string;
  readonly how: 'done' | 'skipped';
  readonly result: SceneResult;
}

/** Null if no scored scene was finished: skipping everything shows nothing. */
export function measureResults(bank: Bank, results: readonly PlayedScene[]): Measure | null {
  const played = [...new Map(results.map((scene) => [scene.scenario, scene])).values()].filter(
    ({ result }) => result.items.length > 0,
  );
  const scenes = played.filter(({ how }) => how === 'done').length;
  const responses = played.flatMap((scene) => responsesOf(bank, scene));
  const wle = estimateWle(responses);
  if (scenes === 0 || wle === null) return null;
  const overall = estimateEap(responses, bank);
  const [low, high] = overall.band;
  return {
    bankVersion: bank.version,
    scenes,
    overall: {
      ...overall,
      score: scoreAt(bank.items, overall.theta),
      scoreBand: [scoreAt(bank.items, low), scoreAt(bank.items, high)],
      wle,
    },
    dimensions: Object.fromEntries(
      dimensions.flatMap((dimension) => {
        const own = responses.filter(({ item }) => item.dimension === dimension);
        return own.length === 0 ? [] : [[dimension, estimateEap(own, bank)] as const];
      }),
    ),
  };
}

export function responsesOf(bank: Bank, { scenario, result }: PlayedScene): Response[] {
  return result.items.flatMap(({ dimension, points, max }) => {
    const item = bank.items.find((one) => one.scenario === scenario && one.dimension === dimension);
    return item?.steps.length === max ? [{ item, points }] : [];
  });
}
