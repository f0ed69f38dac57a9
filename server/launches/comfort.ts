import type { PlayerLaunch } from '../attempts/services.ts';
import { AppError } from '../base/errors.ts';
import type { ComfortAnswer, KeptComfort } from '../contract/comfort.ts';
import type { Comfort, ComfortPort } from '../storage/ports/comfort.ts';
import type { Launch } from '../storage/ports/launches.ts';

interface ComfortDeps {
  readonly storage: { readonly comfort: ComfortPort };
  readonly clock: () => number;
}

/** Null in a preview, and if the person has changed nothing yet. */
export async function findComfort(
  comfort: Pick<ComfortPort, 'find'>,
  { organisationId, personId, practice }: Pick<Launch, 'organisationId' | 'personId' | 'practice'>,
): Promise<KeptComfort | null> {
  if (personId === null || practice) return null;
  const found = await comfort.find(organisationId, personId);
  return found === undefined ? null : { settings: found.settings, revision: found.revision };
}

/** @throws AppError session.forbidden in a preview */
export async function keepComfort(
  { storage: { comfort }, clock }: ComfortDeps,
  { organisationId, personId, practice }: PlayerLaunch,
  { settings, revision }: KeptComfort,
): Promise<ComfortAnswer> {
  if (practice) throw new AppError('session.forbidden');
  const before = await comfort.find(organisationId, personId);
  if (before !== undefined && before.revision > revision) return answerWith(before, false);
  const next = {
    organisationId,
    personId,
    settings,
    revision: (before?.revision ?? 0) + 1,
    updatedAt: clock(),
  };
  if (await comfort.put(next)) return answerWith(next, true);
  // Another page was faster.
  return answerWith((await comfort.find(organisationId, personId)) ?? next, false);
}

function answerWith({ settings, revision }: Comfort, isStored: boolean): ComfortAnswer {
  return { settings, revision, isStored };
}
