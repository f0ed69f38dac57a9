import { describe, expect, it } from 'vitest';
import type { Level } from '../../../../scenarios/kit/measurement-types.ts';
import { findGradePart, gradePart, type GradedFacts } from '../../../../server/attempts/grade-parts.ts';
import { gradeKinds } from '../../../../server/contract/grade-kinds.ts';
import { sampleAttempt, sampleMeasure } from '../../../contract/storage/sample-attempts.ts';
import { content } from '../../../support/s02.ts';

function facts(change: Partial<GradedFacts> = {}): GradedFacts {
  const attempt = sampleAttempt({ form: 'demo' });
  const played = { measure: sampleMeasure, score: 59, results: [] };
  return { ...played, attempt, language: 'fr', kind: 'measure', ...change };
}

describe('what a column gets', () => {
  it('is the score as a measure', () => {
    expect(gradePart(content, facts(), null)).toMatchObject({ score: 59 });
  });

  it.each([1, 2, 3, 4] as const)('is a quarter of the maximum for each level (%i)', (level: Level) => {
    const measure = { ...sampleMeasure, overall: { ...sampleMeasure.overall, level } };
    expect(gradePart(content, facts({ measure, kind: 'level' }), null)).toMatchObject({ score: 25 * level });
  });

  it('is 100 as done, in each column, and says neither level nor number', () => {
    for (const dimension of [null, 'COM', 'SEC'] as const) {
      const part = gradePart(content, facts({ kind: 'done' }), dimension);
      expect(part).toEqual({ score: 100, comment: expect.stringMatching(/: fait\. /) as string });
    }
  });

  it.each(gradeKinds)('is done under six scored scenes, whatever was chosen (%s)', (kind) => {
    const measure = { ...sampleMeasure, scenes: 5 };
    expect(gradePart(content, facts({ measure, kind }), null)).toMatchObject({ score: 100 });
  });

  it.each(gradeKinds)('is nothing under the form’s minimum (%s)', (kind) => {
    expect(gradePart(content, facts({ score: null, kind }), null)).toBeNull();
  });

  it('is nothing for a dimension that is not precise enough', () => {
    const { COM } = sampleMeasure.dimensions;
    if (COM === undefined) throw new Error('the sample has no such dimension');
    const measure = { ...sampleMeasure, dimensions: { COM: { ...COM, se: 0.71 } } };
    for (const kind of ['measure', 'level'] as const) {
      expect(gradePart(content, facts({ measure, kind }), 'COM')).toBeNull();
      expect(gradePart(content, facts({ measure, kind }), 'SEC')).toBeNull();
    }
  });

  it('stays as it is if the bank is gone', () => {
    const measure = { ...sampleMeasure, bankVersion: 99 };
    expect(findGradePart(content, facts({ measure }), null)).toBeNull();
  });
});
