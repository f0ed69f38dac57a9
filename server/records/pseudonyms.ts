import type { Secrets } from '../base/secrets.ts';
import type { Study } from '../storage/ports/organisations.ts';

/**
 * Returns a function that maps ids of persons and activities to HMACs under the study's key, hex: the same everywhere
 * within a study, and different in every other study.
 */
export function createPseudonyms(
  secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>,
  study: Pick<Study, 'id' | 'sealedKey'>,
): (id: string) => string {
  const studyKey = secrets.unwrapKey('study', study.sealedKey, study.id);
  return (id) => secrets.keyedHash(studyKey, id);
}
