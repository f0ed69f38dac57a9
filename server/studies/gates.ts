/** The gates of a person's attempts in a study: the worker sends for research what has an open one (ADR 48). */
import type { Secrets } from '../base/secrets.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Erasure } from '../storage/ports/erasures.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { removeBackground } from './background.ts';
import { type Answer, hasAgreed, listAnswers } from './consent.ts';
import type { Participant } from './participant.ts';

export type Gate = AttemptProgress['research'];

interface GateDeps {
  readonly storage: Pick<Storage, 'attempts' | 'consents' | 'backgrounds' | 'erasures'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/** More than anybody plays. */
const mostAttempts = 1_000;

/** A refusal leaves the gate as it was before the question, so that no row tells it. */
export function gateOf(answers: readonly Answer[]): Gate {
  return hasAgreed(answers) ? 'given' : 'not-asked';
}

/** Makes every gate follow the last answer; what was sent without a yes is voided. Repeatable. */
export async function followAnswer(
  deps: GateDeps,
  participant: Participant,
  by: Erasure['requestedBy'] = 'person',
): Promise<void> {
  const { organisationId, studyId, personId } = participant;
  const { attempts } = deps.storage;
  const gate = gateOf(await listAnswers(deps, participant));
  // First: if interrupted, the next repair still finds a gate open.
  if (gate !== 'given') await removeBackground(deps, participant);
  const own = await attempts.listOfPerson(organisationId, studyId, personId, mostAttempts);
  const open = own.filter(({ progress }) => progress.research === 'given');
  // Before the gates close: if interrupted, the next repair finds them open and orders it again.
  if (gate !== 'given' && open.length > 0) await orderWithdrawal(deps, participant, open, by);
  for (const { attempt, progress } of own) {
    if (progress.research !== gate || gate === 'given')
      await attempts.setResearch(organisationId, attempt.id, gate);
  }
}

/** The worker voids what research stores have of these attempts (server/erasure). */
async function orderWithdrawal(
  { storage, clock, randomId }: GateDeps,
  { organisationId, personId }: Participant,
  open: readonly AttemptWithProgress[],
  requestedBy: Erasure['requestedBy'],
): Promise<void> {
  const at = clock();
  const attempts = open.map(({ attempt: { id, studyId } }) => ({ id, studyId }));
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
