/** Studies whose research a person agrees to, also those that no activity leads to any more (ADR 63). */
import type { Secrets } from '../base/secrets.ts';
import type { AgreedStudy } from '../contract/research.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { hasAgreed, listAnswers } from './consent.ts';
import type { Participant } from './participant.ts';
import { studyWords } from './study-words.ts';
import { findTold } from './texts-of-study.ts';

interface AgreedDeps {
  readonly storage: Pick<Storage, 'consents' | 'erasures' | 'studies' | 'studyTexts'>;
  readonly secrets: Secrets;
}

/** More than anybody plays. */
const mostAttempts = 10_000;

/** Closed ones too. */
export async function listAgreedStudies(
  deps: AgreedDeps,
  { organisationId, personId }: Omit<Participant, 'studyId'>,
): Promise<readonly AgreedStudy[]> {
  const { storage } = deps;
  const attempts = await storage.erasures.listAttempts(organisationId, personId, mostAttempts);
  const found: AgreedStudy[] = [];
  for (const studyId of new Set(attempts.map((attempt) => attempt.studyId))) {
    if (!hasAgreed(await listAnswers(deps, { organisationId, personId, studyId }))) continue;
    const study = await storage.studies.find(organisationId, studyId);
    const { facts } = await findTold(storage, { organisationId, studyId });
    found.push({ id: studyId, name: studyWords(study?.name ?? ''), team: facts.research?.team ?? null });
  }
  return found;
}
