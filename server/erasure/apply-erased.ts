import { AppError } from '../base/errors.ts';
import { listedHash } from '../base/listed-hash.ts';
import { readById } from '../storage/read-pages.ts';
import { mostAttempts } from './carry-out.ts';
import { listDueOrders } from './due-orders.ts';
import { erasePerson, type ErasureDeps } from './erase-person.ts';
import { sweep } from './sweep-erasures.ts';

/** More than are ever under way. */
const mostOrders = 10_000;

/**
 * Erases again whom a restored copy brought back, also where a study's key does not open: then the log says how many
 * statements no record store was told of. Cheap unless somebody was erased. Repeatable.
 * @returns how many
 * @throws AppError erasure.unfinished once the others are erased: whoever is left must not be served
 */
export async function applyErasedList(deps: ErasureDeps): Promise<number> {
  const { storage } = deps;
  const erased = await storage.erasedList.list();
  if (erased.size === 0) return 0;
  let left = await finishBegun(deps, erased);
  let count = 0;
  for await (const person of readById((page) => storage.erasures.listPersons(page))) {
    const { id: personId, organisationId } = person;
    if (!erased.has(listedHash(organisationId, personId))) continue;
    try {
      await eraseAgain(deps, { organisationId, personId });
      count += 1;
    } catch (error) {
      // Another process was first.
      if (error instanceof AppError && error.code === 'person.unknown') continue;
      left += 1;
      noteLeft(deps, organisationId, error);
    }
  }
  // A copy may hold traces of them in unused space too.
  if (count > 0) await storage.erasures.overwriteUnused(0);
  if (left > 0) throw new AppError('erasure.unfinished', { people: left });
  return count;
}

async function eraseAgain(
  deps: ErasureDeps,
  ref: { readonly organisationId: string; readonly personId: string },
): Promise<void> {
  const {
    id: erasure,
    organisationId,
    rows,
  } = await erasePerson(deps, ref, 'worker', deps.clock(), 'delete');
  const statements = rows.notVoided ?? 0;
  if (statements > 0) deps.log.error({ erasure, organisationId, statements }, 'erasure.not-voided');
}

/**
 * Of an earlier start that failed on the way: the person is gone from the list of people, and their attempts may be there.
 * @returns how many people are left
 */
async function finishBegun(deps: ErasureDeps, erased: ReadonlySet<string>): Promise<number> {
  const { storage } = deps;
  let left = 0;
  const { orders } = await listDueOrders(deps, Number.MAX_SAFE_INTEGER, mostOrders);
  for (const erasure of orders) {
    const { subject, organisationId, kind } = erasure;
    if (subject === null || kind !== 'person') continue;
    if (!erased.has(listedHash(organisationId, subject.personId))) continue;
    try {
      const attempts = await storage.erasures.listAttempts(organisationId, subject.personId, mostAttempts);
      if (attempts.length > 0) await sweep(deps, erasure);
    } catch (error) {
      // The worker waits for the key: nobody restored these, and stores can still be told.
      if (error instanceof AppError && error.code === 'secret.unreadable') continue;
      left += 1;
      noteLeft(deps, organisationId, error);
    }
  }
  return left;
}

function noteLeft({ log }: ErasureDeps, organisationId: string, error: unknown): void {
  log.error({ organisationId, err: error }, 'erasure.not-applied');
}
