/** The gates of a person's attempts in a study: the worker sends for research what has an open one (ADR 48). */
import type { Secrets } from '../base/secrets.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Erasure } from '../storage/ports/erasures.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { removeBackground } from './background.ts';
import { addAnswer, type Answer, hasAgreed, listAnswers, type NewAnswer } from './consent.ts';
import type { Participant } from './participant.ts';

export type Gate = AttemptProgress['research'];

interface GateDeps {
  readonly storage: Pick<Storage, 'attempts' | 'consents' | 'backgrounds'>;
  readonly secrets: Secrets;
}

interface AnswerDeps extends GateDeps {
  readonly storage: GateDeps['storage'] & Pick<Storage, 'erasures' | 'erasedList'>;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/** More than anybody plays. */
const mostAttempts = 1_000;

/** A refusal leaves the gate as it was before the question, so that no row tells it. */
export function gateOf(answers: readonly Answer[]): Gate {
  return hasAgreed(answers) ? 'given' : 'not-asked';
}

/**
 * First the order to void what was sent, then the sealed answer, then the gates: the worker finishes a withdrawal that an
 * interruption cut off. Repeatable.
 * @throws AppError attempt.busy
 */
export async function giveAnswer(
  deps: AnswerDeps,
  participant: Participant,
  answer: NewAnswer,
  by: Erasure['requestedBy'] = 'person',
): Promise<void> {
  const isNo = answer.answer === 'withdrawn' || answer.answer === 'refused';
  if (isNo) await orderWithdrawal(deps, participant, by);
  await addAnswer(deps, participant, answer, deps.clock());
  await setGates(deps, participant);
}

/** For gates that do not follow the last answer. */
export async function repairGates(deps: AnswerDeps, participant: Participant): Promise<void> {
  if (!hasAgreed(await listAnswers(deps, participant))) await orderWithdrawal(deps, participant, 'worker');
  await setGates(deps, participant);
}

/** Makes every gate follow the last answer. */
export async function setGates(deps: GateDeps, participant: Participant): Promise<void> {
  const { attempts } = deps.storage;
  const gate = gateOf(await listAnswers(deps, participant));
  // First: if interrupted, a gate is still open, so this is repeated.
  if (gate !== 'given') await removeBackground(deps, participant);
  for (const { attempt, progress } of await listOwn(deps, participant)) {
    if (progress.research !== gate || gate === 'given')
      await attempts.setResearch(participant.organisationId, attempt.id, gate);
  }
}

/** The worker voids what research stores have of attempts with an open gate (server/erasure). */
async function orderWithdrawal(
  deps: AnswerDeps,
  participant: Participant,
  requestedBy: Erasure['requestedBy'],
): Promise<void> {
  const own = await listOwn(deps, participant);
  const open = own.filter(({ progress }) => progress.research === 'given');
  if (open.length === 0) return;
  const { organisationId, personId } = participant;
  const at = deps.clock();
  const attempts = open.map(({ attempt: { id, studyId } }) => ({ id, studyId }));
  await deps.storage.erasures.put({
    id: deps.randomId(),
    organisationId,
    kind: 'withdrawal',
    requestedBy,
    at,
    counts: {},
    subject: { personId, attempts },
    sweepAt: at,
  });
}

function listOwn(
  { storage }: Pick<GateDeps, 'storage'>,
  { organisationId, studyId, personId }: Participant,
): Promise<readonly AttemptWithProgress[]> {
  return storage.attempts.listOfPerson(organisationId, studyId, personId, mostAttempts);
}
