/** Offered once (ADR 11). Accepting moves the form's scenes for a helper forward and eases them. */
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptProgress, SceneProgress } from '../storage/ports/attempts.ts';

type Answer = Extract<AttemptAction, { type: 'helper-offer' }>['answer'];

export function offerHelper(progress: AttemptProgress): Pick<AttemptProgress, 'helperOffer'> {
  const nothingWaits = progress.scenes.every(({ status }) => status !== 'waiting');
  return { helperOffer: progress.helperOffer ?? (nothingWaits ? null : 'due') };
}

/**
 * @param first scenarios to play next, in order
 * @throws AppError offer.not-due
 */
export function answerHelperOffer(
  { helperOffer, scenes }: AttemptProgress,
  answer: Answer,
  first: readonly string[],
): Pick<AttemptProgress, 'helperOffer' | 'scenes'> {
  if (helperOffer !== 'due') throw new AppError('offer.not-due');
  return { helperOffer: answer, scenes: answer === 'accepted' ? bringForward(scenes, first) : scenes };
}

function bringForward(scenes: readonly SceneProgress[], first: readonly string[]): SceneProgress[] {
  const waiting = scenes.filter(({ status }) => status === 'waiting');
  const next = first.flatMap((scenario) => waiting.filter((scene) => scene.scenario === scenario));
  return [
    ...scenes.filter(({ status }) => status !== 'waiting'),
    ...next.map((scene) => ({ ...scene, eased: true })),
    ...waiting.filter((scene) => !next.includes(scene)),
  ];
}
