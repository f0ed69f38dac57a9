import type { ListedPlatform } from '../doctor/check-platforms.ts';
import type { Organisation } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';

const pageSize = 100;

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

export async function listAll<Row extends { readonly id: string }>(
  list: (page: { limit: number; after?: string }) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (;;) {
    const last = found.at(-1);
    const page = await list({ limit: pageSize, ...(last === undefined ? {} : { after: last.id }) });
    found.push(...page);
    if (page.length < pageSize) return found;
  }
}
