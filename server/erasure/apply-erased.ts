import { AppError } from '../base/errors.ts';
import { readById } from '../storage/read-pages.ts';
import { erasePerson, type ErasureDeps } from './erase-person.ts';
import { listedHash } from '../base/listed-hash.ts';

/**
 * Erases again whom a restored copy brought back. Cheap unless somebody was erased.
 * @returns how many
 */
export async function applyErasedList(deps: ErasureDeps): Promise<number> {
  const { storage, clock } = deps;
  const erased = await storage.erasedList.list();
  if (erased.size === 0) return 0;
  let count = 0;
  for await (const { id: personId, organisationId } of readById((page) =>
    storage.erasures.listPersons(page),
  )) {
    if (!erased.has(listedHash(organisationId, personId))) continue;
    try {
      await erasePerson(deps, { organisationId, personId }, 'worker', clock());
      count += 1;
    } catch (error) {
      // Another process was first.
      if (!(error instanceof AppError && error.code === 'person.unknown')) throw error;
    }
  }
  // A copy may hold traces of them in unused space too.
  if (count > 0) await storage.erasures.overwriteUnused(0);
  return count;
}
