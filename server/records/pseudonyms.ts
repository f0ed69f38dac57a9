/** Who somebody is in a study's data: the same in statements, matrices and process tables, and in no other study. */
import type { Secrets } from '../base/secrets.ts';
import type { Study } from '../storage/ports/organisations.ts';

/** Names ids of persons and activities by HMAC under the study's key, hex. */
export function createPseudonyms(
  secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>,
  study: Pick<Study, 'id' | 'sealedKey'>,
): (id: string) => string {
  const studyKey = secrets.unwrapKey('study', study.sealedKey, study.id);
  return (id) => secrets.keyedHash(studyKey, id);
}
