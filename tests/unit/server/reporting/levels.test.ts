import { describe, expect, it } from 'vitest';
import { countScenesNeeded, viewLevels } from '../../../../server/reporting/levels.ts';
import { measuredAttempt, measureOf, steadyVector } from '../../../support/measured-attempts.ts';
import { content } from '../../../support/s02.ts';

describe('the levels of an attempt', () => {
  it('are null before the form’s minimum of scenes', () => {
    expect(viewLevels(content, measuredAttempt(measureOf(steadyVector, 5)))).toBeNull();
    expect(viewLevels(content, measuredAttempt(null))).toBeNull();
  });

  it('need six scenes even if the form asks for one', () => {
    expect(viewLevels(content, measuredAttempt(measureOf(steadyVector, 5), { form: 'demo' }))).toBeNull();
    expect(viewLevels(content, measuredAttempt(measureOf(steadyVector, 6), { form: 'demo' }))).not.toBeNull();
  });

  it('include the dimensions with an error of at most 0.70, however many scenes', () => {
    for (const scenes of [6, 7, 10]) {
      const measure = measureOf(steadyVector, scenes);
      const precise = Object.entries(measure.dimensions).filter(([, { se }]) => se <= 0.7);
      const levels = viewLevels(content, measuredAttempt(measure));
      expect(levels?.dimensions.map(({ dimension }) => dimension).sort()).toEqual(
        precise.map(([dimension]) => dimension).sort(),
      );
    }
  });

  it('include all six dimensions after the whole bank when no answers are at an end of the scale', () => {
    const levels = viewLevels(content, measuredAttempt(measureOf({ ...steadyVector, COM: 0.6 }, 16)));
    expect(levels?.dimensions.map(({ dimension }) => dimension)).toEqual([
      'OUT',
      'INF',
      'COM',
      'PRO',
      'SEC',
      'RES',
    ]);
  });

  it('are whole percentages without logits', () => {
    const levels = viewLevels(content, measuredAttempt(measureOf(steadyVector, 16)));
    const numbers = JSON.stringify(levels).match(/-?\d+(\.\d+)?/g) ?? [];
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((number) => number.includes('.') || number.startsWith('-'))).toEqual([]);
    expect(JSON.stringify(levels)).not.toMatch(/theta|se"|wle|shares/);
  });

  it('follow the usual limits if the form no longer exists', () => {
    const gone = { form: 'of-another-time' };
    expect(viewLevels(content, measuredAttempt(measureOf(steadyVector, 5), gone))).toBeNull();
    expect(viewLevels(content, measuredAttempt(measureOf(steadyVector, 6), gone))).not.toBeNull();
  });

  it('are out of reach of an attempt with fewer scored scenes, and otherwise need the form’s minimum', () => {
    const { scenes } = content.getForm('first-week');
    const planned = (scenarios: readonly string[], pool: readonly string[] | null = null) =>
      countScenesNeeded(
        content,
        measuredAttempt(null, {
          pool,
          scenes: scenarios.map((scenario, index) => ({
            sceneId: String(index + 1),
            scenario,
            worldVersion: 1,
            scoringVersion: 1,
            status: 'waiting',
            fromSeq: 0,
          })),
        }),
      );
    expect(planned(scenes)).toBe(6);
    // The welcome isn't scored.
    expect(planned(scenes.slice(0, 6))).toBeNull();
    expect(planned(scenes.slice(0, 7))).toBe(6);
    expect(planned(scenes.slice(0, 1), scenes)).toBe(6);
  });

  it('are null, without an error, if the bank no longer exists', () => {
    const measure = { ...measureOf(steadyVector, 10), bankVersion: 99 };
    expect(viewLevels(content, measuredAttempt(measure))).toBeNull();
  });
});
