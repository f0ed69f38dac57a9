import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import { defaultName, type Organisation, type Study } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface DefaultsDeps {
  readonly storage: Pick<Storage, 'organisations' | 'studies'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/**
 * Creates the organisation and study if they are missing.
 * @throws AppError organisation.unknown
 */
export async function ensureDefaults(
  deps: DefaultsDeps,
  organisationId: string | null = null,
): Promise<{ organisation: Organisation; study: Study }> {
  const organisation =
    organisationId === null ? await ensureOrganisation(deps) : await getOrganisation(deps, organisationId);
  const [found] = await deps.storage.studies.list(organisation.id, { limit: 1 });
  if (found !== undefined) return { organisation, study: found };
  const id = deps.randomId();
  const study: Study = {
    id,
    organisationId: organisation.id,
    name: defaultName,
    sealedKey: deps.secrets.createWrappedKey('study', id),
    createdAt: deps.clock(),
  };
  await deps.storage.studies.insert(study);
  return { organisation, study };
}

async function getOrganisation({ storage }: DefaultsDeps, id: string): Promise<Organisation> {
  const found = await storage.organisations.find(id);
  if (found === undefined) throw new AppError('organisation.unknown', { organisation: id });
  return found;
}

async function ensureOrganisation({ storage, randomId, clock }: DefaultsDeps): Promise<Organisation> {
  const [found] = await storage.organisations.list({ limit: 1 });
  if (found !== undefined) return found;
  const organisation: Organisation = {
    id: randomId(),
    name: defaultName,
    timeZone: 'America/Montreal',
    createdAt: clock(),
  };
  await storage.organisations.insert(organisation);
  return organisation;
}
