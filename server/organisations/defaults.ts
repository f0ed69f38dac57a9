/**
 * The one organisation and the one study that a small user never hears of: made when first needed, found
 * afterwards.
 */
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Organisation, Study } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface Makers {
  readonly storage: Pick<Storage, 'organisations' | 'studies'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/**
 * The oldest organisation, or the one named, with its oldest study; organisation and study are made where there is none.
 * @throws AppError organisation.unknown where the one named does not exist
 */
export async function ensureDefaults(
  makers: Makers,
  organisationId: string | null = null,
): Promise<{ organisation: Organisation; study: Study }> {
  const organisation =
    organisationId === null
      ? await ensureOrganisation(makers)
      : await getOrganisation(makers, organisationId);
  const [found] = await makers.storage.studies.list(organisation.id, { limit: 1 });
  if (found !== undefined) return { organisation, study: found };
  const id = makers.randomId();
  const study: Study = {
    id,
    organisationId: organisation.id,
    name: 'default',
    sealedKey: makers.secrets.createWrappedKey('study', id),
    createdAt: makers.clock(),
  };
  await makers.storage.studies.insert(study);
  return { organisation, study };
}

async function getOrganisation({ storage }: Makers, id: string): Promise<Organisation> {
  const found = await storage.organisations.find(id);
  if (found === undefined) throw new AppError('organisation.unknown', { organisation: id });
  return found;
}

async function ensureOrganisation({ storage, randomId, clock }: Makers): Promise<Organisation> {
  const [found] = await storage.organisations.list({ limit: 1 });
  if (found !== undefined) return found;
  const organisation: Organisation = {
    id: randomId(),
    name: 'default',
    timeZone: 'America/Montreal',
    createdAt: clock(),
  };
  await storage.organisations.insert(organisation);
  return organisation;
}
