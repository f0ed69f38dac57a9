/** The organisation's resources, or the starter set. */
import type { Content } from '../content/load.ts';
import type { ResourcesAnswer } from '../contract/report.ts';
import type { Storage } from '../storage/ports/storage.ts';

export async function listResources(
  {
    storage,
    content,
  }: { readonly storage: Pick<Storage, 'resources'>; readonly content: Pick<Content, 'resources'> },
  organisationId: string,
): Promise<ResourcesAnswer> {
  const list = await storage.resources.find(organisationId);
  return list === undefined
    ? { source: 'starter', resources: content.resources }
    : { source: 'own', resources: list.resources };
}
