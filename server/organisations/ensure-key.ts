import type { Secrets } from '../base/secrets.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface KeyCheckDeps {
  readonly storage: Pick<Storage, 'organisations' | 'studies'>;
  readonly secrets: Pick<Secrets, 'unwrapKey'>;
}

/**
 * A wrong SECRET_KEY would pause record stores, refuse launches and seal new data under another key.
 * @throws AppError secret.unreadable if SECRET_KEY_PREVIOUS does not fit either
 */
export async function ensureKey({ storage, secrets }: KeyCheckDeps): Promise<void> {
  const [organisation] = await storage.organisations.list({ limit: 1 });
  if (organisation === undefined) return;
  const [study] = await storage.studies.list(organisation.id, { limit: 1 });
  if (study !== undefined) secrets.unwrapKey('study', study.sealedKey, study.id);
}
