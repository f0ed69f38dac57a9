/** The game asks about research; staff neither ask nor see (ADR 48). */
import { AppError } from '../base/errors.ts';
import type { ResearchAnswer, ResearchRequest } from '../contract/research.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import { removeBackground } from '../studies/background.ts';
import { addAnswer, hasAgreed, lastAnswer, listAnswers } from '../studies/consent.ts';
import { findTold, questionOf } from '../studies/texts-of-study.ts';
import { findParticipant, type Participant, participantOf } from './participant.ts';
import type { AttemptServices, PlayerLaunch } from './services.ts';

type Services = Pick<AttemptServices, 'storage' | 'secrets' | 'clock' | 'randomId'>;

/** More than anybody plays. */
const mostAttempts = 1_000;
/** Asked again once; more would press. */
const mostLater = 2;

/** @throws AppError session.forbidden for whoever tries out */
export async function readResearch(services: Services, launch: PlayerLaunch): Promise<ResearchAnswer> {
  const { participant } = await findParticipant(services, launch);
  return describe(services, participant);
}

/**
 * First the sealed answer, then the gate of every attempt of the person in the study. Repeatable.
 * @throws AppError notice.outdated if the question changed; session.forbidden, attempt.busy
 */
export async function answerResearch(
  services: Services,
  launch: PlayerLaunch,
  request: ResearchRequest,
): Promise<ResearchAnswer> {
  const { participant } = await findParticipant(services, launch);
  const question = questionOf(await findTold(services.storage, participant));
  // Whoever said yes can always take it back, also after the study closed or asks something else.
  if (request.answer !== 'withdrawn' && question?.version !== request.version)
    throw new AppError('notice.outdated');
  const future = request.answer === 'given' && request.future && question?.future !== null;
  await addAnswer(services, participant, { ...request, future }, services.clock());
  await openGates(services, participant);
  return describe(services, participant);
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
    await openGates(services, participant);
  const question = questionOf(told);
  if (question === null) return false;
  const ofThis = answers.filter(({ version }) => version === question.version);
  return lastAnswer(ofThis) === undefined && ofThis.length < mostLater;
}

/** Of an attempt that begins. */
export async function researchOfNew(services: Services, launch: PlayerLaunch): Promise<Gate> {
  return launch.practice ? 'not-asked' : gateOf(await listAnswers(services, launch));
}

type Gate = AttemptProgress['research'];

/** A refusal leaves the gate as it was before the question, so that no row tells it. */
function gateOf(answers: Awaited<ReturnType<typeof listAnswers>>): Gate {
  return hasAgreed(answers) ? 'given' : 'not-asked';
}

async function openGates(services: Services, participant: Participant): Promise<void> {
  const { organisationId, studyId, personId } = participant;
  const { attempts } = services.storage;
  const gate = gateOf(await listAnswers(services, participant));
  // First: if interrupted, the next repair still finds a gate open.
  if (gate !== 'given') await removeBackground(services, participant);
  const own = await attempts.listOfPerson(organisationId, studyId, personId, mostAttempts);
  const open = own.filter(({ progress }) => progress.research === 'given');
  // Before the gates close: if interrupted, the next repair finds them open and orders it again.
  if (gate !== 'given' && open.length > 0) await orderWithdrawal(services, participant, open);
  for (const { attempt, progress } of own) {
    if (progress.research !== gate || gate === 'given')
      await attempts.setResearch(organisationId, attempt.id, gate);
  }
}

/** The worker voids what research stores have of these attempts (server/erasure). */
async function orderWithdrawal(
  { storage, clock, randomId }: Services,
  { organisationId, personId }: Participant,
  open: readonly AttemptWithProgress[],
): Promise<void> {
  const at = clock();
  const attempts = open.map(({ attempt: { id, studyId } }) => ({ id, studyId }));
  await storage.erasures.put({
    id: randomId(),
    organisationId,
    kind: 'withdrawal',
    requestedBy: 'person',
    at,
    counts: {},
    subject: { personId, attempts },
    sweepAt: at,
  });
}

async function describe(services: Services, participant: Participant): Promise<ResearchAnswer> {
  const [told, answers] = await Promise.all([
    findTold(services.storage, participant),
    listAnswers(services, participant),
  ]);
  const last = lastAnswer(answers);
  const answer = last === undefined || last.answer === 'later' ? null : last.answer;
  return { question: questionOf(told), answer, future: last?.future ?? false };
}
