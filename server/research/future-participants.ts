/** Who agreed to research that is not known yet, for whoever holds the key that opens their answers. */
import { createPseudonyms } from '../records/pseudonyms.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Consent } from '../storage/ports/consents.ts';
import type { Study } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { readPages } from '../storage/read-pages.ts';
import { lastAnswer, openAnswers } from '../studies/consent.ts';

interface FutureDeps {
  readonly storage: Pick<Storage, 'consents'>;
  readonly secrets: Secrets;
}

interface FutureParticipant {
  /** The pseudonym. */
  readonly person: string;
  readonly personId: string;
}

/**
 * Pseudonyms as in the study's exports. Their order tells nothing about who came when.
 * @throws AppError secret.unreadable
 */
export async function listFutureParticipants(
  { storage, secrets }: FutureDeps,
  study: Study,
): Promise<readonly FutureParticipant[]> {
  const pseudonymOf = createPseudonyms(secrets, study);
  const found: FutureParticipant[] = [];
  const rows = readPages<Consent, { after?: string }>(
    {},
    (page) => storage.consents.listByStudy(study.organisationId, study.id, page),
    ({ personId }) => ({ after: personId }),
  );
  for await (const row of rows) {
    const last = lastAnswer(openAnswers(secrets, row));
    if (last?.answer === 'given' && last.future) {
      const { personId } = row;
      found.push({ person: pseudonymOf(personId), personId });
    }
  }
  return found.sort((one, other) => (one.person < other.person ? -1 : 1));
}
