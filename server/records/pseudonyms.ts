import type { Secrets } from '../base/secrets.ts';
import type { Study } from '../storage/ports/organisations.ts';

/** HMACs (hex) of ids under the study's key: equal within a study, different in every other study. */
export function createPseudonyms(
  secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>,
  study: Pick<Study, 'id' | 'sealedKey'>,
): (id: string) => string {
  const studyKey = secrets.unwrapKey('study', study.sealedKey, study.id);
  return (id) => secrets.keyedHash(studyKey, id);
}
