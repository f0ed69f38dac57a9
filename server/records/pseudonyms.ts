import type { Secrets } from '../base/secrets.ts';
import type { Study } from '../storage/ports/organisations.ts';

/** Returns HMAC-SHA256 (hex) under the study's key, so one person's pseudonyms differ between studies. */
export function createPseudonyms(
  secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>,
  study: Pick<Study, 'id' | 'sealedKey'>,
): (id: string) => string {
  const studyKey = secrets.unwrapKey('study', study.sealedKey, study.id);
  return (id) => secrets.keyedHash(studyKey, id);
}
