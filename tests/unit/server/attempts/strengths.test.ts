import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../../scenarios/kit/measurement-types.ts';
import { pickStrengths } from '../../../../server/attempts/strengths.ts';
import { sampleMeasure } from '../../../contract/storage/sample-attempts.ts';

/** A measure with overall ability 0 and these abilities and numbers of items by dimension. */
function measure(
  scenes: number,
  abilities: Readonly<Record<string, readonly [theta: number, items: number]>>,
): Measure {
  const overall = { ...sampleMeasure.overall, theta: 0 };
  const dimensions = Object.fromEntries(
    Object.entries(abilities).map(([dimension, [theta, items]]) => [dimension, { ...overall, theta, items }]),
  );
  return { ...sampleMeasure, scenes, overall, dimensions };
}

describe('the dimensions named in a grade comment', () => {
  const all = measure(10, {
    OUT: [0.2, 3],
    INF: [-0.3, 2],
    COM: [0.9, 4],
    PRO: [-0.9, 2],
    SEC: [0.4, 2],
    RES: [2, 1],
  });

  it('are at most two above the person’s own ability, and the lowest below it', () => {
    expect(pickStrengths(all, 10)).toEqual({ strengths: ['COM', 'SEC'], toWorkOn: ['PRO'] });
  });

  it('exclude dimensions with a single item', () => {
    expect(pickStrengths(measure(10, { RES: [2, 1], PRO: [-2, 1] }), 10)).toEqual({
      strengths: [],
      toWorkOn: [],
    });
  });

  it('include nothing to work on before enough was played to tell dimensions apart', () => {
    expect(pickStrengths({ ...all, scenes: 9 }, 10)).toEqual({ strengths: ['COM', 'SEC'], toWorkOn: [] });
  });
});
