/** The answers of one person in one study, sealed. Staff have no way to them (ADR 48). */
import { z } from 'zod';
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { type Participant, participantKey } from './participant.ts';
import { takenBackHash } from './taken-back.ts';

interface ConsentDeps {
  readonly storage: Pick<Storage, 'consents'>;
  readonly secrets: Secrets;
}

export const answerShape = z.object({
  at: z.number(),
  version: z.string(),
  language: z.enum(['fr', 'en']),
  answer: z.enum(['given', 'refused', 'later', 'withdrawn']),
  future: z.boolean(),
});
export type Answer = z.infer<typeof answerShape>;
export type NewAnswer = Readonly<Omit<Answer, 'at'>>;

const sealedShape = z.object({ answers: z.array(answerShape) });

/** Somebody who changes their mind more often keeps the newest, and always the one that holds. */
const mostAnswers = 40;
/** To one question: it is asked again once; more would press. */
export const mostLater = 2;
/** All answers fit, so that every sealed text has one length. */
const paddedLength = 8_192;
const maxTries = 5;

/** Oldest first. */
export async function listAnswers(
  { storage, secrets }: ConsentDeps,
  { organisationId, studyId, personId }: Participant,
): Promise<readonly Answer[]> {
  const found = await storage.consents.find(organisationId, studyId, personId);
  return found === undefined ? [] : openAnswers(secrets, found);
}

/**
 * What it takes back, and a yes that has no room any more, stays so if an older copy is restored.
 * @throws AppError attempt.busy after the last try
 */
export async function addAnswer(
  { storage, secrets }: ConsentDeps & { readonly storage: Pick<Storage, 'erasedList'> },
  participant: Participant,
  answer: NewAnswer,
  at: number,
): Promise<void> {
  const { organisationId, studyId, personId } = participant;
  const id = participantKey(participant);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const found = await storage.consents.find(organisationId, studyId, personId);
    const before = found === undefined ? [] : openAnswers(secrets, found);
    if (saysNothingNew(before, answer)) return;
    const { answers, dropped } = fit([...before, { ...answer, at }]);
    // First the list: if interrupted, the next start takes it back.
    await storage.erasedList.add([
      ...listTakenBack(participant, before, answer),
      ...dropped.map((yes) => takenBackHash(participant, 'yes', yes.at)),
    ]);
    const sealed = secrets.seal('consent', JSON.stringify({ answers }).padEnd(paddedLength), id);
    const row = { id, organisationId, studyId, personId, sealed, revision: (found?.revision ?? 0) + 1 };
    if (await storage.consents.put(row)) return;
  }
  throw new AppError('attempt.busy');
}

/** A repeat, or « later » to a question that was answered or put off often enough. */
function saysNothingNew(
  before: readonly Answer[],
  { answer, version, language, future }: NewAnswer,
): boolean {
  const ofThis = before.filter((one) => one.version === version);
  if (answer === 'later') return lastAnswer(ofThis) !== undefined || ofThis.length >= mostLater;
  const last = lastAnswer(before);
  return (
    last?.answer === answer &&
    last.version === version &&
    last.language === language &&
    last.future === future
  );
}

/** Leaves out the oldest if there are too many. `dropped`: each yes among them, which a copy may have as the last one. */
function fit(all: readonly Answer[]): {
  readonly answers: readonly Answer[];
  readonly dropped: readonly Answer[];
} {
  const holding = lastAnswer(all);
  const surplus = new Set(
    all.filter((one) => one !== holding).slice(0, Math.max(0, all.length - mostAnswers)),
  );
  return {
    answers: all.filter((one) => !surplus.has(one)),
    dropped: [...surplus].filter(({ answer }) => answer === 'given'),
  };
}

/** Harmless if there is nothing. Returns whether there was something. */
export function removeAnswers(
  { storage }: Pick<ConsentDeps, 'storage'>,
  participant: Participant,
): Promise<boolean> {
  return storage.consents.remove(participant.organisationId, participantKey(participant));
}

/** Every yes that the new answer takes back: a copy may have any of them as the last one. */
function listTakenBack(
  participant: Participant,
  before: readonly Answer[],
  { answer, future }: NewAnswer,
): string[] {
  const given = before.filter((one) => one.answer === 'given');
  if (answer === 'later') return [];
  if (answer !== 'given') return given.map(({ at }) => takenBackHash(participant, 'yes', at));
  if (future) return [];
  return given.filter((one) => one.future).map(({ at }) => takenBackHash(participant, 'future', at));
}

/** « Plus tard » leaves an earlier answer as it was. */
export function lastAnswer(answers: readonly Answer[]): Answer | undefined {
  return answers.findLast(({ answer }) => answer !== 'later');
}

/** Whether the newest answer is a yes. */
export function hasAgreed(answers: readonly Answer[]): boolean {
  return lastAnswer(answers)?.answer === 'given';
}

/** Oldest first. @throws AppError secret.unreadable */
export function openAnswers(
  secrets: Secrets,
  { id, sealed }: { readonly id: string; readonly sealed: string },
): Answer[] {
  return sealedShape.parse(JSON.parse(secrets.unseal('consent', sealed, id))).answers;
}
