import type { Secrets } from '../base/secrets.ts';
import type { Study } from '../storage/ports/organisations.ts';

/** HMACs (hex) under the study's key: they differ between studies. */
export function createPseudonyms(
  secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>,
  study: Pick<Study, 'id' | 'sealedKey'>,
): (id: string) => string {
  const studyKey = secrets.unwrapKey('study', study.sealedKey, study.id);
  return (id) => secrets.keyedHash(studyKey, id);
}
