import { describe, expect, it } from 'vitest';
import { answerHelperOffer, offerHelper } from '../../../../server/attempts/helper-offer.ts';
import { AppError } from '../../../../server/base/errors.ts';
import type { AttemptProgress, SceneProgress } from '../../../../server/storage/ports/attempts.ts';
import { sampleProgress } from '../../../contract/storage/sample-attempts.ts';

function scene(sceneId: string, status: SceneProgress['status']): SceneProgress {
  const versions = { worldVersion: 1, scoringVersion: 1, fromSeq: 0 };
  return { sceneId, scenario: `s0${sceneId}`, status, ...versions };
}

function progress(
  helperOffer: AttemptProgress['helperOffer'],
  ...scenes: readonly SceneProgress[]
): AttemptProgress {
  return sampleProgress(1, { helperOffer, scenes });
}

const week = [scene('0', 'done'), scene('1', 'waiting'), scene('2', 'waiting'), scene('3', 'waiting')];

describe('the offer of a helper', () => {
  it('becomes due only once, whatever the answer was', () => {
    expect(offerHelper(progress(null, ...week))).toEqual({ helperOffer: 'due' });
    for (const given of ['due', 'accepted', 'declined'] as const) {
      expect(offerHelper(progress(given, ...week))).toEqual({ helperOffer: given });
    }
  });

  it('is not made when nothing is left to play', () => {
    expect(offerHelper(progress(null, scene('0', 'done'), scene('1', 'skipped'))).helperOffer).toBeNull();
  });

  it('moves the scenes that the form names to the front, eased and in the form’s order, when accepted', () => {
    const { helperOffer, scenes } = answerHelperOffer(progress('due', ...week), 'accepted', ['s03', 's02']);
    expect(helperOffer).toBe('accepted');
    expect(scenes.map(({ sceneId, eased = false }) => [sceneId, eased])).toEqual([
      ['0', false],
      ['3', true],
      ['2', true],
      ['1', false],
    ]);
  });

  it('changes nothing in the scenes when declined', () => {
    expect(answerHelperOffer(progress('due', ...week), 'declined', ['s02'])).toEqual({
      helperOffer: 'declined',
      scenes: week,
    });
  });

  it('skips scenes that were begun or are not in the attempt', () => {
    const played = [scene('2', 'done'), scene('0', 'skipped'), scene('1', 'waiting')];
    const { scenes } = answerHelperOffer(progress('due', ...played), 'accepted', ['s02', 's09']);
    expect(scenes).toEqual(played);
  });

  it.each([null, 'accepted', 'declined'] as const)('rejects an answer when it is %s', (given) => {
    const answer = (): unknown => answerHelperOffer(progress(given, ...week), 'accepted', ['s02']);
    expect(answer).toThrow(AppError);
    expect(answer).toThrow(/offer\.not-due/);
  });
});
