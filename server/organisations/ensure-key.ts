/** Checks that SECRET_KEY belongs to the database. */
import type { Secrets } from '../base/secrets.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface KeyCheckDeps {
  readonly storage: Pick<Storage, 'organisations' | 'studies'>;
  readonly secrets: Pick<Secrets, 'unwrapKey'>;
}

/**
 * Unwraps the key of the oldest study, which every used database has. With another SECRET_KEY record stores
 * would be paused, launches refused, and new data sealed with another key than old data.
 * @throws AppError secret.unreadable if neither the key nor the previous key opens it
 */
export async function ensureKey({ storage, secrets }: KeyCheckDeps): Promise<void> {
  const [organisation] = await storage.organisations.list({ limit: 1 });
  if (organisation === undefined) return;
  const [study] = await storage.studies.list(organisation.id, { limit: 1 });
  if (study !== undefined) secrets.unwrapKey('study', study.sealedKey, study.id);
}
