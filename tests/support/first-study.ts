import type { Storage } from '../../server/storage/ports/storage.ts';
import type { Study } from '../../server/storage/ports/organisations.ts';

/** The study of a server that was just started. @throws Error if it has none */
export async function findFirstStudy({
  organisations,
  studies,
}: Pick<Storage, 'organisations' | 'studies'>): Promise<Study> {
  const [organisation] = await organisations.list({ limit: 1 });
  const [study] = await studies.list(organisation?.id ?? '', { limit: 1 });
  if (study === undefined) throw new Error('no study');
  return study;
}
