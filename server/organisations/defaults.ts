/**
 * The one organisation and the one study that a small user never hears of: made when first needed, found
 * afterwards.
 */
import type { Secrets } from '../secrets.ts';
import type { Organisation, Study } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface Makers {
  readonly storage: Pick<Storage, 'organisations' | 'studies'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/** The oldest organisation with its oldest study; both are made where there is none. */
export async function ensureDefaults(makers: Makers): Promise<{ organisation: Organisation; study: Study }> {
  const organisation = await ensureOrganisation(makers);
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
