/** Whether this SECRET_KEY is the database's. */
import type { Secrets } from '../base/secrets.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface Kept {
  readonly storage: Pick<Storage, 'organisations' | 'studies'>;
  readonly secrets: Pick<Secrets, 'unwrapKey'>;
}

/**
 * Opens the key of the oldest study, which every database has from its first use on. Under another SECRET_KEY, record
 * stores would be paused, launches refused, and what is new sealed apart from all that is there.
 * @throws AppError secret.unreadable where neither the key nor the one before opens it
 */
export async function ensureKey({ storage, secrets }: Kept): Promise<void> {
  const [organisation] = await storage.organisations.list({ limit: 1 });
  if (organisation === undefined) return;
  const [study] = await storage.studies.list(organisation.id, { limit: 1 });
  if (study !== undefined) secrets.unwrapKey('study', study.sealedKey, study.id);
}
