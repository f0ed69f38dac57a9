import { describe, expect, it } from 'vitest';
import { choosePrintSize } from '../../../../client/src/staff/review/print-size.ts';
import type { StaffReview } from '../../../../server/contract/review.ts';
import { sampleReview, sampleScene } from './sample-review.ts';

const words = { fr: 'Un mot.', en: 'A word.' };
const step = { dimension: 'SEC', stage: 2, resource: null, practice: null, left: [] } as const;

function reviewWith(scenes: number, points: number, steps: number): StaffReview {
  return sampleReview({
    scenes: Array.from({ length: scenes }, () => sampleScene()),
    talkingPoints: Array.from({ length: points }, () => ({ scene: words, text: words, ask: null })),
    nextSteps: Array.from({ length: steps }, () => step),
  });
}

describe('the type of a printed sheet', () => {
  it('is large when there are a dozen scenes and little to talk about', () => {
    expect(choosePrintSize(reviewWith(13, 3, 0))).toBe('large');
  });

  it('is small only when the page has to hold everything', () => {
    expect(choosePrintSize(reviewWith(12, 4, 2))).toBe('medium');
    expect(choosePrintSize(reviewWith(16, 6, 2))).toBe('small');
  });

  it('does not depend on talking points that are not on the sheet', () => {
    expect(choosePrintSize(reviewWith(12, 60, 0))).toBe(choosePrintSize(reviewWith(12, 6, 0)));
  });
});
