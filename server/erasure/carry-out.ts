/** One pass over an erasure or a withdrawal; repeating it changes nothing more. */
import { createVoider } from '../../xapi/voiding.ts';
import { pseudonymOf } from '../../xapi/statements.ts';
import { unlessThrown } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import { createPseudonyms } from '../records/pseudonyms.ts';
import type { ErasedAttempt, Erasure, RowCounts, SentStatement } from '../storage/ports/erasures.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { NewVoiding } from '../storage/ports/voidings.ts';
import { removeBackground } from '../studies/background.ts';
import { removeAnswers } from '../studies/consent.ts';
import { setGates } from '../studies/gates.ts';

export interface PassDeps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/** More than anybody plays. */
export const mostAttempts = 10_000;

/** Time for what was under way: a request, or a worker's lease of statements. */
export const settledMs = 120_000;

/** If the study's key does not open, no store can be told: wait for the key, or delete all the same. */
export type WithoutKey = 'wait' | 'delete';

/**
 * @returns rows deleted in this pass; `notVoided`: statements that no store can be told of
 * @throws AppError secret.unreadable, if statements were sent, the study's key cannot be opened and the pass has to wait
 */
export async function carryOut(
  deps: PassDeps,
  erasure: Erasure,
  withoutKey: WithoutKey = 'wait',
): Promise<RowCounts> {
  const { subject, organisationId, kind } = erasure;
  if (subject === null) return {};
  const { storage } = deps;
  if (kind === 'withdrawal') return withdraw(deps, erasure, subject);
  const counts: Record<string, number> = {};
  const add = (more: RowCounts): void => {
    for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
  };
  // Without person and sessions nothing of theirs is written any more.
  if (kind === 'person') add(await storage.erasures.erasePerson(organisationId, subject.personId));
  for (const attempt of await listAttempts(deps, erasure, subject)) {
    const voidingOf = await createVoidings(deps, erasure, attempt, subject.personId);
    const voidingOrNone = (sent: SentStatement): NewVoiding | undefined => {
      const voiding = unlessThrown(() => voidingOf(sent), 'secret.unreadable');
      if (voiding === undefined) add({ notVoided: 1 });
      return voiding;
    };
    const each = withoutKey === 'wait' ? voidingOf : voidingOrNone;
    add(await storage.erasures.eraseAttempt(organisationId, attempt.id, each));
  }
  if (kind === 'attempts') add(await removeStudyAnswers(deps, organisationId, subject));
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Answers about research and about the person go with the person's last attempt in the study. */
async function removeStudyAnswers(
  { storage }: PassDeps,
  organisationId: string,
  { personId, attempts }: Subject,
): Promise<RowCounts> {
  const left = await storage.erasures.listAttempts(organisationId, personId, mostAttempts);
  const counts = { consents: 0, backgrounds: 0 };
  for (const studyId of new Set(attempts.map((attempt) => attempt.studyId))) {
    if (left.some((attempt) => attempt.studyId === studyId)) continue;
    const participant = { organisationId, studyId, personId };
    if (await removeBackground({ storage }, participant)) counts.backgrounds += 1;
    if (await removeAnswers({ storage }, participant)) counts.consents += 1;
  }
  return counts;
}

type Subject = NonNullable<Erasure['subject']>;

/** One that began meanwhile too. */
async function listAttempts(
  { storage }: PassDeps,
  { organisationId, kind }: Erasure,
  { personId, attempts }: Subject,
): Promise<readonly ErasedAttempt[]> {
  if (kind !== 'person') return attempts;
  const now = await storage.erasures.listAttempts(organisationId, personId, mostAttempts);
  return [...new Map([...attempts, ...now].map((attempt) => [attempt.id, attempt])).values()];
}

/**
 * Closes gates that an interruption left open, and voids what was sent. Whoever said yes again meanwhile keeps what they
 * agreed to.
 */
async function withdraw(
  deps: PassDeps,
  erasure: Erasure,
  { personId, attempts }: Subject,
): Promise<RowCounts> {
  const { storage } = deps;
  const { organisationId } = erasure;
  for (const studyId of new Set(attempts.map((attempt) => attempt.studyId)))
    await setGates(deps, { organisationId, studyId, personId }, attempts);
  for (const attempt of attempts) {
    const found = await storage.attempts.find(organisationId, attempt.id);
    if (found === undefined || found.progress.research === 'given') continue;
    const sent = await storage.erasures.listSent(organisationId, attempt.id, 'research');
    const voidingOf = await createVoidings(deps, erasure, attempt, personId);
    await storage.voidings.add(sent.map(voidingOf));
  }
  return {};
}

/** A voiding of one statement has one id, whoever asks for it and however often. */
async function createVoidings(
  { storage, secrets }: PassDeps,
  { id: erasureId, organisationId, at }: Erasure,
  { id: attemptId, studyId }: ErasedAttempt,
  personId: string,
): Promise<(sent: SentStatement) => NewVoiding> {
  const sealedKey = await storage.studies.findKey(organisationId, studyId);
  let voider: ReturnType<typeof createVoider> | undefined;
  return ({ destinationId, statementId, leasedUntil }) => {
    voider ??= createVoider({
      attemptId,
      actor: pseudonymOf(
        studyId,
        createPseudonyms(secrets, { id: studyId, sealedKey: sealedKey ?? '' })(personId),
      ),
    });
    // No log entry has number 0.
    const { id, bytes } = voider(statementId, { logSeq: 0, at });
    // Stores may refuse to void what they don't have yet.
    return { id, organisationId, destinationId, erasureId, bytes, nextAt: leasedUntil };
  };
}
