/** The background answers of one person in one study, sealed. Staff have no way to them (ADR 58). */
import { z } from 'zod';
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import { BackgroundAnswers, backgroundKeys } from '../contract/background.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { type Participant, participantKey } from './participant.ts';
import { takenBackHash } from './taken-back.ts';

interface BackgroundDeps {
  readonly storage: Pick<Storage, 'backgrounds'>;
  readonly secrets: Secrets;
}

/** The last answers and when they were given, ms since 1970 UTC. */
export const backgroundShape = z.object({ at: z.number(), answers: BackgroundAnswers });
export type KeptBackground = Readonly<z.infer<typeof backgroundShape>>;

/** All codes fit, so that every sealed text has one length. */
const paddedLength = 512;
const maxTries = 5;

/** Undefined if nothing is answered. @throws AppError secret.unreadable */
export async function findBackground(
  { storage, secrets }: BackgroundDeps,
  { organisationId, studyId, personId }: Participant,
): Promise<KeptBackground | undefined> {
  const found = await storage.backgrounds.find(organisationId, studyId, personId);
  if (found === undefined) return undefined;
  return backgroundShape.parse(JSON.parse(secrets.unseal('background', found.sealed, found.id)));
}

/**
 * Replaces all answers; without any, nothing is kept. A restored copy does not bring the replaced ones back.
 * @throws AppError attempt.busy after the last try
 */
export async function putBackground(
  { storage, secrets }: BackgroundDeps & { readonly storage: Pick<Storage, 'erasedList'> },
  participant: Participant,
  answers: BackgroundAnswers,
  at: number,
): Promise<void> {
  const before = await findBackground({ storage, secrets }, participant);
  if (before !== undefined)
    await storage.erasedList.add([takenBackHash(participant, 'background', before.at)]);
  if (isBlank(answers)) {
    await removeBackground({ storage }, participant);
    return;
  }
  const { organisationId, studyId, personId } = participant;
  const id = participantKey(participant);
  const kept: KeptBackground = { at, answers };
  const sealed = secrets.seal('background', JSON.stringify(kept).padEnd(paddedLength), id);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const found = await storage.backgrounds.find(organisationId, studyId, personId);
    const revision = (found?.revision ?? 0) + 1;
    if (await storage.backgrounds.put({ id, organisationId, studyId, personId, sealed, revision })) return;
  }
  throw new AppError('attempt.busy');
}

export function isBlank(answers: BackgroundAnswers): boolean {
  return backgroundKeys.every((key) => answers[key] === null);
}

/** Harmless if there is nothing. Returns whether there was something. */
export function removeBackground(
  { storage }: Pick<BackgroundDeps, 'storage'>,
  participant: Participant,
): Promise<boolean> {
  return storage.backgrounds.remove(participant.organisationId, participantKey(participant));
}
