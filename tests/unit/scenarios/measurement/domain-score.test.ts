/** The score of bank 2: points earned, and expected ones where nothing was played (ADR 29). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personEn } from '../../../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../../../client/src/i18n/catalogues/person.fr.ts';
import type { Response } from '../../../../scenarios/kit/measurement-types.ts';
import { estimateEap } from '../../../../scenarios/measurement/estimate.ts';
import { expectedPoints } from '../../../../scenarios/measurement/models.ts';
import { scoreAt, scoreOn } from '../../../../scenarios/measurement/score.ts';
import { content } from '../../../support/s02.ts';

const bank = content.getBank(2);

/** An answer to every item whose scenario is wanted. */
function answers(
  pointsOf: (max: number) => number,
  isPlayed: (scenario: string) => boolean = () => true,
): Response[] {
  return bank.items
    .filter(({ scenario }) => isPlayed(scenario))
    .map((item) => ({ item, points: pointsOf(item.steps.length) }));
}

const scored = (responses: readonly Response[]): ReturnType<typeof scoreOn> =>
  scoreOn(bank.score, bank.items, responses, estimateEap(responses, bank));

describe('the score of bank 2', () => {
  it('is 100 for every point of every scene, with a band that says another week may be less', () => {
    expect(scored(answers((max) => max))).toEqual({ score: 100, scoreBand: [91, 100] });
  });

  it('is 1 for no point at all, because several platforms treat 0 as no grade', () => {
    const { score, scoreBand } = scored(answers(() => 0));
    expect([score, scoreBand[0]]).toEqual([1, 1]);
    expect(scoreBand[1]).toBeGreaterThan(5);
  });

  it('is the per cent of points when every scene was played', () => {
    const responses = answers((max) => Math.floor(max / 2));
    const earned = responses.reduce((sum, { points }) => sum + points, 0);
    const max = bank.items.reduce((sum, { steps }) => sum + steps.length, 0);
    expect(scored(responses).score).toBe(Math.round((100 * earned) / max));
  });

  it('adds what is expected of scenes that were not played, which is less than all', () => {
    const played = answers(
      (max) => max,
      (scenario) => scenario !== 's05-parcel',
    );
    const { theta } = estimateEap(played, bank);
    const open = bank.items.filter(({ scenario }) => scenario === 's05-parcel');
    const expected = open.reduce((sum, item) => sum + expectedPoints(item, theta), 0);
    expect(expected).toBeLessThan(5);
    expect(scored(played).score).toBe(Math.round((100 * (35 + expected)) / 40));
  });

  it('differs by the scenes played when every point is earned, so the words for staff name no figure but 100', () => {
    const scores = ['s05-parcel', 's02-inbox'].map(
      (left) =>
        scored(
          answers(
            (max) => max,
            (scenario) => scenario === left,
          ),
        ).score,
    );
    expect(Math.max(...scores)).toBeLessThan(99);
    for (const { 'band.score.what': words } of [personFr, personEn]) {
      expect(new Set(words.match(/\d\d+/gu))).toEqual(new Set(['100']));
    }
  });

  it('lies in its band and never falls with a further point', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 15, maxLength: 15 }), fc.nat(14), (wanted, more) => {
        const responses = bank.items.map((item, index) => {
          return { item, points: Math.min(item.steps.length, wanted[index] ?? 0) };
        });
        const raised = responses.map(({ item, points }, index) => {
          return { item, points: index === more ? Math.min(item.steps.length, points + 1) : points };
        });
        const { score, scoreBand } = scored(responses);
        expect(scoreBand[0]).toBeLessThanOrEqual(score);
        expect(scoreBand[1]).toBeGreaterThanOrEqual(score);
        expect(scored(raised).score).toBeGreaterThanOrEqual(score);
      }),
      { seed: 29, numRuns: 200 },
    );
  });

  it('ignores answers to items of other dimensions', () => {
    const items = bank.items.filter(({ dimension }) => dimension === 'SEC');
    const all = answers((max) => max);
    expect(scoreOn('domain', items, all, estimateEap(all, bank)).score).toBe(100);
  });
});

describe('the score of bank 1', () => {
  it('stays the expected one, so that stored scores hold', () => {
    const responses = answers((max) => max);
    const estimate = estimateEap(responses, bank);
    const [low, high] = estimate.band;
    expect(scoreOn('expected', bank.items, responses, estimate)).toEqual({
      score: scoreAt(bank.items, estimate.theta),
      scoreBand: [scoreAt(bank.items, low), scoreAt(bank.items, high)],
    });
    expect(content.getBank(1).score).toBe('expected');
  });
});
