import { describe, expect, it } from 'vitest';
import { viewLevels } from '../../../../server/reporting/levels.ts';
import { measuredAttempt, measureOf, steadyVector } from '../../../support/measured-attempts.ts';
import { content } from '../../../support/s02.ts';

describe('the levels of an attempt', () => {
  it('are null before the form’s minimum of scenes', () => {
    expect(viewLevels(content, measuredAttempt(measureOf(steadyVector, 5)))).toBeNull();
    expect(viewLevels(content, measuredAttempt(null))).toBeNull();
  });

  it('are the overall level alone from six to nine scenes', () => {
    for (const scenes of [6, 9]) {
      const levels = viewLevels(content, measuredAttempt(measureOf(steadyVector, scenes)));
      expect(levels).toMatchObject({ scenes, dimensions: null, isPilot: true });
    }
  });

  it('include six dimensions from ten scenes on', () => {
    const levels = viewLevels(content, measuredAttempt(measureOf(steadyVector, 10)));
    expect(levels?.dimensions?.map(({ dimension }) => dimension)).toEqual([
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

  it('are null, without an error, if the bank no longer exists', () => {
    const measure = { ...measureOf(steadyVector, 10), bankVersion: 99 };
    expect(viewLevels(content, measuredAttempt(measure))).toBeNull();
  });
});
