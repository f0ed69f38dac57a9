/** The game asks about research; staff neither ask nor see (ADR 48). */
import { AppError } from '../base/errors.ts';
import type { ResearchAnswer, ResearchRequest } from '../contract/research.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { listAgreedStudies } from '../studies/agreed-studies.ts';
import { lastAnswer, listAnswers, mostLater } from '../studies/consent.ts';
import { listEarlierQuestions } from '../studies/earlier-questions.ts';
import { fillUp } from '../studies/equal-length.ts';
import { type Gate, gateOf, giveAnswer, setGates } from '../studies/gates.ts';
import type { Participant } from '../studies/participant.ts';
import { findTold, questionOf } from '../studies/texts-of-study.ts';
import { findOwnTold, isNoticeNew } from './notice.ts';
import { findParticipant, participantOf } from './participant.ts';
import type { AttemptServices, PlayerLaunch } from './services.ts';

type Services = Pick<AttemptServices, 'storage' | 'secrets' | 'clock' | 'randomId'>;

/** The names of many studies fit. */
const lengthStep = 2_048;

/** @throws AppError session.forbidden for whoever tries out */
export async function readResearch(services: Services, launch: PlayerLaunch): Promise<ResearchAnswer> {
  return describe(services, await findAsked(services, launch));
}

/**
 * For every attempt of the person in the study. Repeatable.
 * @throws AppError notice.outdated if the question changed; session.forbidden, also before the notice is accepted and for a
 * study without an answer; attempt.busy
 */
export async function answerResearch(
  services: Services,
  launch: PlayerLaunch,
  { version, language, answer, future, study }: ResearchRequest,
): Promise<ResearchAnswer> {
  const asked = await findAsked(services, launch);
  const { participant, mayAnswer } = asked;
  if (study !== undefined) {
    await withdraw(services, { ...participant, studyId: study }, language);
    return describe(services, asked);
  }
  const question = questionOf(await findTold(services.storage, participant));
  // Whoever said yes can always take it back, also after the study closed or asks something else.
  const last = lastAnswer(await listAnswers(services, participant));
  const isForLess =
    answer === 'given' && !future && last?.answer === 'given' && last.future && last.version === version;
  if (answer !== 'withdrawn' && !isForLess) {
    if (!mayAnswer) throw new AppError('session.forbidden');
    if (question?.version !== version) throw new AppError('notice.outdated');
  }
  const forFuture = answer === 'given' && future && question?.future !== null;
  await giveAnswer(services, participant, { version, language, answer, future: forFuture });
  return describe(services, asked);
}

interface Asked {
  readonly participant: Participant;
  /** The notice comes first: nobody agrees before reading what is kept. */
  readonly mayAnswer: boolean;
}

async function findAsked(services: Services, launch: PlayerLaunch): Promise<Asked> {
  const { participant, latest } = await findParticipant(services, launch);
  const told = await findOwnTold(services, launch, latest);
  return { participant, mayAnswer: latest !== undefined && !isNoticeNew(latest, told) };
}

/** From a study that the activity may have left. */
async function withdraw(
  services: Services,
  participant: Participant,
  language: ResearchRequest['language'],
): Promise<void> {
  const last = lastAnswer(await listAnswers(services, participant));
  if (last === undefined) throw new AppError('session.forbidden');
  const { version } = last;
  await giveAnswer(services, participant, { version, language, answer: 'withdrawn', future: false });
}

/** Whether the game asks once a scored scene is done. Repairs gates that a lost connection left behind. */
export async function isResearchDue(
  services: Services,
  launch: PlayerLaunch,
  latest: AttemptWithProgress | undefined,
): Promise<boolean> {
  if (launch.practice) return false;
  const participant = participantOf(launch, latest);
  const [told, answers] = await Promise.all([
    findTold(services.storage, participant),
    listAnswers(services, participant),
  ]);
  const gate = gateOf(answers);
  if (answers.length > 0 && latest !== undefined && latest.progress.research !== gate)
    await setGates(services, participant);
  const question = questionOf(told);
  if (question === null) return false;
  const ofThis = answers.filter(({ version }) => version === question.version);
  return lastAnswer(ofThis) === undefined && ofThis.length < mostLater;
}

/** Of an attempt that begins. */
export async function researchOfNew(services: Services, launch: PlayerLaunch): Promise<Gate> {
  return launch.practice ? 'not-asked' : gateOf(await listAnswers(services, launch));
}

/** Of an attempt that has begun: an answer in another window may have come between. @throws AppError attempt.busy */
export async function checkGate(
  services: Services,
  { attempt, progress }: AttemptWithProgress,
): Promise<void> {
  if (attempt.practice) return;
  if (gateOf(await listAnswers(services, attempt)) !== progress.research) await setGates(services, attempt);
}

async function describe(services: Services, { participant, mayAnswer }: Asked): Promise<ResearchAnswer> {
  const [told, answers, agreed] = await Promise.all([
    findTold(services.storage, participant),
    listAnswers(services, participant),
    listAgreedStudies(services, participant),
  ]);
  const question = questionOf(told);
  const earlier = await listEarlierQuestions(services.storage, participant, question);
  const last = lastAnswer(answers);
  const own = {
    answer: last === undefined || last.answer === 'later' ? null : last.answer,
    future: last?.future ?? false,
    answered: last === undefined ? null : { at: last.at, version: last.version },
    others: agreed.filter(({ id }) => id !== participant.studyId),
  };
  return { question, earlier, mayAnswer, ...own, padding: fillUp(own, lengthStep) };
}
