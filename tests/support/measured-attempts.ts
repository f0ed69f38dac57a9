/** Attempts with recorded response vectors: points of the items of bank 1, scene by scene. */
import type { ItemResult } from '../../scenarios/kit/log.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import { measureResults } from '../../scenarios/measurement/measure.ts';
import type { Measure } from '../../scenarios/kit/measurement-types.ts';
import type { AttemptWithProgress } from '../../server/storage/ports/attempts.ts';
import { sampleAttempt, sampleProgress } from '../contract/storage/sample-attempts.ts';
import { bank1 } from './measurement/bank.ts';

/** Share of a dimension's points, 0 to 1. */
export type Vector = Readonly<Record<Dimension, number>>;

export const steadyVector: Vector = { OUT: 0.7, INF: 0.5, COM: 1, PRO: 0.4, SEC: 0.2, RES: 0.6 };
export const lowVector: Vector = { OUT: 0.2, INF: 0, COM: 0.3, PRO: 0, SEC: 0, RES: 0.2 };
export const highVector: Vector = { OUT: 1, INF: 0.9, COM: 1, PRO: 0.9, SEC: 0.9, RES: 1 };

/** The measure after the first `scenes` scenes of the bank with these shares of points. */
export function measureOf(vector: Vector, scenes: number): Measure {
  const scenarios = [...new Set(bank1.items.map(({ scenario }) => scenario))].slice(0, scenes);
  const measure = measureResults(
    bank1,
    scenarios.map((scenario) => ({
      scenario,
      worldVersion: 1,
      how: 'done' as const,
      result: { rules: [], items: itemsOf(scenario, vector), misconceptions: [] },
    })),
  );
  if (measure === null) throw new Error('nothing was measured');
  return measure;
}

function itemsOf(scenario: string, vector: Vector): ItemResult[] {
  return bank1.items
    .filter((item) => item.scenario === scenario)
    .map(({ dimension, steps: { length: max } }) => ({
      item: `${scenario}-${dimension.toLowerCase()}`,
      dimension,
      points: Math.round(max * vector[dimension]),
      max,
      skipped: false,
    }));
}

/** An attempt of the first week that ended with this measure. */
export function measuredAttempt(
  measure: Measure | null,
  change: { readonly number?: number; readonly form?: string } & Partial<
    AttemptWithProgress['progress']
  > = {},
): AttemptWithProgress {
  const { number = 1, form = 'first-week', ...progress } = change;
  return {
    attempt: sampleAttempt({ id: `attempt-${String(number)}`, number, form }),
    progress: sampleProgress(9, {
      status: 'finished',
      measure,
      score: measure === null ? null : measure.overall.score,
      ...progress,
    }),
  };
}
