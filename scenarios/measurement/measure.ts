/**
 * What counts (docs/researchers/en/measurement.md, Items and points):
 * - finished scene: its points;
 * - skipped after opening: 0 points;
 * - left, never reached or not accessible: missing;
 * - eased (ADR 11): as any other, except in calibration;
 * - item or maximum not in the bank, or scene of another world version: missing.
 */
import { dimensions } from '../kit/dimensions.ts';
import type { SceneResult } from '../kit/log.ts';
import { estimateEap } from './estimate.ts';
import { estimateWle } from './point-estimates.ts';
import { scoreOn } from './score.ts';
import type { Bank, Measure, Response } from '../kit/measurement-types.ts';

export interface PlayedScene {
  readonly scenario: string;
  readonly worldVersion: number;
  readonly how: 'done' | 'skipped';
  readonly result: SceneResult;
}

/** Null if no scored scene was finished: skipping everything shows nothing. */
export function measureResults(bank: Bank, results: readonly PlayedScene[]): Measure | null {
  const played = newestOfEach(results);
  const scenes = played.filter(({ how }) => how === 'done').length;
  const responses = played.flatMap((scene) => responsesOf(bank, scene));
  const wle = estimateWle(responses);
  if (scenes === 0 || wle === null) return null;
  const overall = estimateEap(responses, bank);
  return {
    bankVersion: bank.version,
    scenes,
    overall: {
      ...overall,
      ...scoreOn(bank.score, bank.items, responses, overall),
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

/** What a measure counts of a scenario that was played again, without scenes that have no items. */
export function newestOfEach<Scene extends PlayedScene>(results: readonly Scene[]): Scene[] {
  const byScenario = new Map(results.map((scene) => [scene.scenario, scene]));
  return [...byScenario.values()].filter(({ result }) => result.items.length > 0);
}

/** Whether the bank's items of a scenario, if it has any, are about the version that was played. */
export function isAbout(
  { worlds }: Pick<Bank, 'worlds'>,
  { scenario, worldVersion }: Pick<PlayedScene, 'scenario' | 'worldVersion'>,
): boolean {
  return (worlds[scenario] ?? worldVersion) === worldVersion;
}

export function responsesOf(bank: Bank, scene: PlayedScene): Response[] {
  const { scenario, result } = scene;
  if (!isAbout(bank, scene)) return [];
  return result.items.flatMap(({ dimension, points, max }) => {
    const item = bank.items.find((one) => one.scenario === scenario && one.dimension === dimension);
    return item?.steps.length === max ? [{ item, points }] : [];
  });
}
