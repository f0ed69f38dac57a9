/**
 * From what evidence found in the scenes to what is known of the person.
 *
 * What counts as an answer (assessment.md §0, DESIGN §8):
 * - a scene that is done: the points of each of its items;
 * - a scene passed over after it was opened (`skipped`): 0 points on its items; their flag stays in the log;
 * - a scene begun and left, never reached, or not accessible to this person: missing. It has no result, or no item in
 *   it, and so no response; missing is never 0;
 * - an eased scene (ADR 11): as any other, since task, rules and points are the same. Only calibration leaves it out;
 * - an item that the bank does not know, or knows with another maximum: missing. `scenario check` finds those.
 */
import { dimensions } from '../kit/dimensions.ts';
import type { SceneResult } from '../kit/log.ts';
import { estimateEap } from './estimate.ts';
import { estimateWle } from './point-estimates.ts';
import { scoreAt } from './score.ts';
import type { Bank, Measure, Response } from '../kit/measurement-types.ts';

/** The end of a scored scene. */
export interface PlayedScene {
  readonly scenario: string;
  readonly how: 'done' | 'skipped';
  readonly result: SceneResult;
}

/**
 * What the scenes played so far say of the person, by this bank. Null where no scored scene was played to its end:
 * passing everything over says nothing about anybody. Order does not matter; of a scenario told twice the last counts.
 */
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

/** The answers of a scene to the items that the bank knows. */
export function responsesOf(bank: Bank, { scenario, result }: PlayedScene): Response[] {
  return result.items.flatMap(({ dimension, points, max }) => {
    const item = bank.items.find((one) => one.scenario === scenario && one.dimension === dimension);
    return item?.steps.length === max ? [{ item, points }] : [];
  });
}
