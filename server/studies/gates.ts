/** The gates of a person's attempts in a study: the worker sends for research what has an open one (ADR 48). */
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { ErasedAttempt, Erasure } from '../storage/ports/erasures.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { removeBackground } from './background.ts';
import { addAnswer, type Answer, hasAgreed, listAnswers, type NewAnswer } from './consent.ts';
import type { Participant } from './participant.ts';

export type Gate = AttemptProgress['research'];

interface GateDeps {
  readonly storage: Pick<Storage, 'attempts' | 'consents' | 'backgrounds' | 'erasures'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
}

interface AnswerDeps extends GateDeps {
  readonly storage: GateDeps['storage'] & Pick<Storage, 'erasedList'>;
}

/** More than anybody plays. */
const mostAttempts = 1_000;
const maxTries = 5;

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
  const open = isNo ? openOf(await listOwn(deps, participant)) : [];
  await orderWithdrawal(deps, participant, open, by);
  await addAnswer(deps, participant, answer, deps.clock());
  await setGates(deps, participant, open);
}

/**
 * Makes every gate follow the last answer, also one that another window gives meanwhile. Repeatable.
 * @param ordered attempts whose withdrawal the worker knows
 * @throws AppError attempt.busy after the last try
 */
export async function setGates(
  deps: GateDeps,
  participant: Participant,
  ordered: readonly ErasedAttempt[] = [],
): Promise<void> {
  let known = new Set(ordered.map(({ id }) => id));
  let gate = gateOf(await listAnswers(deps, participant));
  for (let tries = 0; tries < maxTries; tries += 1) {
    if (gate === 'given') await openGates(deps, participant);
    else await closeGates(deps, participant, known);
    const now = gateOf(await listAnswers(deps, participant));
    if (now === gate) return;
    gate = now;
    // What opened meanwhile has sent more.
    known = new Set();
  }
  throw new AppError('attempt.busy');
}

async function openGates(deps: GateDeps, participant: Participant): Promise<void> {
  // Open ones too: the last time may have been interrupted.
  for (const { attempt } of await listOwn(deps, participant))
    await deps.storage.attempts.setResearch(participant.organisationId, attempt.id, 'given');
}

async function closeGates(
  deps: GateDeps,
  participant: Participant,
  ordered: ReadonlySet<string>,
): Promise<void> {
  const { attempts } = deps.storage;
  // First: if interrupted, a gate is still open, so this is repeated.
  await removeBackground(deps, participant);
  const own = await listOwn(deps, participant);
  const unknown = openOf(own).filter(({ id }) => !ordered.has(id));
  await orderWithdrawal(deps, participant, unknown, 'worker');
  for (const { attempt, progress } of own) {
    if (progress.research !== 'not-asked')
      await attempts.setResearch(participant.organisationId, attempt.id, 'not-asked');
  }
}

/** The worker voids what research stores have of these attempts (server/erasure). */
async function orderWithdrawal(
  { storage, clock, randomId }: GateDeps,
  { organisationId, personId }: Participant,
  attempts: readonly ErasedAttempt[],
  requestedBy: Erasure['requestedBy'],
): Promise<void> {
  if (attempts.length === 0) return;
  const at = clock();
  await storage.erasures.put({
    id: randomId(),
    organisationId,
    kind: 'withdrawal',
    requestedBy,
    at,
    counts: {},
    subject: { personId, attempts },
    sweepAt: at,
  });
}

/** Those that research gets. */
function openOf(own: readonly AttemptWithProgress[]): readonly ErasedAttempt[] {
  return own
    .filter(({ progress }) => progress.research === 'given')
    .map(({ attempt: { id, studyId } }) => ({ id, studyId }));
}

function listOwn(
  { storage }: Pick<GateDeps, 'storage'>,
  { organisationId, studyId, personId }: Participant,
): Promise<readonly AttemptWithProgress[]> {
  return storage.attempts.listOfPerson(organisationId, studyId, personId, mostAttempts);
}
