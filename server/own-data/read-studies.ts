import { pseudonymOf } from '../../xapi/statements.ts';
import { createPseudonyms } from '../records/pseudonyms.ts';
import { consentRow } from '../storage/shapes/consents.ts';
import { findBackground } from '../studies/background.ts';
import { listAnswers } from '../studies/consent.ts';
import { studyWords } from '../studies/study-words.ts';
import { findTold } from '../studies/texts-of-study.ts';
import type { CopyDeps } from './copy-attempt.ts';
import type { CopiedStudy, Owner } from './person-copy.ts';
import { readRows } from './read-rows.ts';

/** Studies in which the person played or answered. */
export async function readStudies(
  deps: CopyDeps,
  owner: Owner,
  played: readonly string[],
): Promise<CopiedStudy[]> {
  const answered = (await readRows(deps.storage, 'consents', owner)).map(
    (row) => consentRow.parse(row).studyId,
  );
  const ids = [...new Set([...played, ...answered])];
  const found = await Promise.all(ids.map((id) => deps.storage.studies.find(owner.organisationId, id)));
  return Promise.all(
    found
      .filter((study) => study !== undefined)
      .map(async (study) => ({
        id: study.id,
        name: study.name,
        title: studyWords(study.name),
        keptMonths: (await findTold(deps.storage, { ...owner, studyId: study.id })).facts.keptMonths,
        pseudonym: pseudonymOf(study.id, createPseudonyms(deps.secrets, study)(owner.personId)).name,
        answers: await listAnswers(deps, { ...owner, studyId: study.id }),
        background: (await findBackground(deps, { ...owner, studyId: study.id })) ?? null,
      })),
  );
}
