/** Finds a record store by its id or the first four or more characters of it. */
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import { OperatorError } from './operator-error.ts';

export function listDestinations({ destinations }: Pick<Storage, 'destinations'>): Promise<Destination[]> {
  return listAll((page) => destinations.list(page));
}

/** @throws OperatorError if none or several match */
export async function findDestination(
  storage: Pick<Storage, 'destinations'>,
  id: string,
): Promise<Destination> {
  const all = await listDestinations(storage);
  const found = all.filter((one) => one.id === id || (id.length >= 4 && one.id.startsWith(id)));
  const [first, second] = found;
  if (first === undefined) {
    throw new OperatorError(`There is no record store ${id}; see \`lrs list\`.`);
  }
  if (second !== undefined)
    throw new OperatorError(`Several record stores begin with ${id}. Give the whole id.`);
  return first;
}
