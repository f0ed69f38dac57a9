/**
 * The offer of somebody beside the person (ADR 11): a scene's end makes it due, its answer is taken once, and what was
 * accepted brings the scenes that the form names next, eased.
 */
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptProgress, SceneProgress } from '../storage/ports/attempts.ts';

type Answer = Extract<AttemptAction, { type: 'helper-offer' }>['answer'];

/** Makes the offer due; once per attempt, and only where something is still to be played. */
export function offerHelper(progress: AttemptProgress): Pick<AttemptProgress, 'helperOffer'> {
  const isForNothing = progress.scenes.every(({ status }) => status !== 'waiting');
  return { helperOffer: progress.helperOffer ?? (isForNothing ? null : 'due') };
}

/**
 * The change that an answer brings.
 * @param first scenarios that come next once the offer is taken, in order
 * @throws AppError offer.not-due where nothing is offered, or the answer was given
 */
export function answerHelperOffer(
  { helperOffer, scenes }: AttemptProgress,
  answer: Answer,
  first: readonly string[],
): Pick<AttemptProgress, 'helperOffer' | 'scenes'> {
  if (helperOffer !== 'due') throw new AppError('offer.not-due');
  return { helperOffer: answer, scenes: answer === 'accepted' ? bringForward(scenes, first) : scenes };
}

/** Those of `first` that wait come before all others that wait, and are eased; what was begun stays where it is. */
function bringForward(scenes: readonly SceneProgress[], first: readonly string[]): SceneProgress[] {
  const waiting = scenes.filter(({ status }) => status === 'waiting');
  const next = first.flatMap((scenario) => waiting.filter((scene) => scene.scenario === scenario));
  return [
    ...scenes.filter(({ status }) => status !== 'waiting'),
    ...next.map((scene) => ({ ...scene, eased: true })),
    ...waiting.filter((scene) => !next.includes(scene)),
  ];
}
