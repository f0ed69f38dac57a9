import type { ListedPlatform } from '../doctor/check-platforms.ts';
import type { Organisation } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';

export async function listPlatforms({
  storage,
}: {
  readonly storage: Storage;
}): Promise<readonly ListedPlatform[]> {
  const { platforms } = storage;
  const found: ListedPlatform[] = [];
  for (const { id } of await listOrganisations(storage)) {
    for (const platform of await listAll((page) => platforms.list(id, page))) {
      found.push({ platform, registrations: await platforms.listRegistrations(id, platform.id) });
    }
  }
  return found;
}

export function listOrganisations({
  organisations,
}: Pick<Storage, 'organisations'>): Promise<Organisation[]> {
  return listAll((page) => organisations.list(page));
}
