/** Background answers for whoever holds the key that opens them, only of people who agree now. */
import type { Secrets } from '../base/secrets.ts';
import { type BackgroundAnswers, noBackground } from '../contract/background.ts';
import type { Study } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { findBackground } from '../studies/background.ts';
import { hasAgreed, listAnswers } from '../studies/consent.ts';

interface BackgroundDeps {
  readonly storage: Pick<Storage, 'backgrounds' | 'consents' | 'studyTexts'>;
  readonly secrets: Secrets;
}

/** More than any study has. */
const mostVersions = 1_000;

export type BackgroundOf = (personId: string) => Promise<BackgroundAnswers>;

/** Null if no version of the study ever asked. The function throws AppError secret.unreadable. */
export async function openBackgrounds(deps: BackgroundDeps, study: Study): Promise<BackgroundOf | null> {
  const { organisationId, id: studyId } = study;
  const versions = await deps.storage.studyTexts.list(organisationId, studyId, mostVersions);
  if (!versions.some(({ facts }) => facts.research?.background === true)) return null;
  return async (personId) => {
    const participant = { organisationId, studyId, personId };
    if (!hasAgreed(await listAnswers(deps, participant))) return noBackground;
    return (await findBackground(deps, participant))?.answers ?? noBackground;
  };
}
