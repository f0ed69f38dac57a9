/** Background questions: after the play, only to who agreed to the study's research (ADR 58). */
import { AppError } from '../base/errors.ts';
import { type BackgroundAnswer, type BackgroundRequest, noBackground } from '../contract/background.ts';
import { isOver } from '../storage/is-over.ts';
import {
  findBackground,
  isBlank,
  type KeptBackground,
  putBackground,
  removeBackground,
} from '../studies/background.ts';
import { backgroundIntroduction, backgroundQuestions } from '../studies/background-questions.ts';
import { hasAgreed, lastAnswer, listAnswers } from '../studies/consent.ts';
import { fillUp } from '../studies/equal-length.ts';
import type { Participant } from '../studies/participant.ts';
import { asksBackground, findTold, questionOf } from '../studies/texts-of-study.ts';
import { findParticipant } from './participant.ts';
import type { AttemptServices, PlayerLaunch } from './services.ts';

type Services = Pick<AttemptServices, 'storage' | 'secrets' | 'clock'>;

/** All answers fit. */
const lengthStep = 256;

/** @throws AppError session.forbidden for whoever tries out */
export async function readBackground(services: Services, launch: PlayerLaunch): Promise<BackgroundAnswer> {
  const { isAsked, kept } = await findAsked(services, launch);
  const own = { isAsked, answers: (isAsked ? kept?.answers : undefined) ?? noBackground };
  return {
    questions: backgroundQuestions,
    introduction: backgroundIntroduction,
    ...own,
    padding: fillUp(own, lengthStep),
  };
}

/**
 * Repeatable. Everybody may remove what they answered.
 * @throws AppError session.forbidden for an answer of whoever is not asked; attempt.busy
 */
export async function answerBackground(
  services: Services,
  launch: PlayerLaunch,
  { answers }: BackgroundRequest,
): Promise<BackgroundAnswer> {
  const { isAsked, participant } = await findAsked(services, launch);
  if (!isAsked && !isBlank(answers)) throw new AppError('session.forbidden');
  await putBackground(services, participant, answers, services.clock());
  // A withdrawal in another window may have come between: then nothing may stay.
  if (!hasAgreed(await listAnswers(services, participant))) await removeBackground(services, participant);
  return readBackground(services, launch);
}

interface Asked {
  readonly participant: Participant;
  readonly isAsked: boolean;
  readonly kept: KeptBackground | undefined;
}

/** Whoever answered can change it as long as they agree, whatever the study asks now. */
async function findAsked(services: Services, launch: PlayerLaunch): Promise<Asked> {
  const { participant, latest } = await findParticipant(services, launch);
  const answers = await listAnswers(services, participant);
  if (!hasAgreed(answers)) return { participant, isAsked: false, kept: undefined };
  const [told, kept] = await Promise.all([
    findTold(services.storage, participant),
    findBackground(services, participant),
  ]);
  // Words that changed since may be the first to speak of these questions.
  const isTold = lastAnswer(answers)?.version === questionOf(told)?.version;
  const hasPlayed = latest !== undefined && isOver(latest.progress);
  return { participant, isAsked: kept !== undefined || (asksBackground(told) && isTold && hasPlayed), kept };
}
