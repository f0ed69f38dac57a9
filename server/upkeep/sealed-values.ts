/** What is sealed in a database, against the keys of the settings. */
import { resealValue } from '../../lti/engine/database-plugin.ts';
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import { type SealedKind, sealedKinds, type SealedValue, type Upkeep } from '../storage/ports/upkeep.ts';

/** `current`: under SECRET_KEY. `previous`: only the key before opens it. `unreadable`: neither does. */
type Standing = 'current' | 'previous' | 'unreadable';

type SealedCounts = Readonly<Record<Standing, number>>;

const pageSize = 500;

/** The value under the current key: itself where it stands under it already, undefined where no key opens it. */
export function resealUnderCurrent(
  secrets: Secrets,
  kind: SealedKind,
  { context, sealed }: SealedValue,
): string | undefined {
  if (kind === 'lti-row') return resealValue(secrets.keysFor('lti-rows'), context, sealed);
  try {
    // What bears the current key's id may be damaged all the same: it is opened too.
    secrets.unwrapKey(kind, sealed, context);
    return secrets.reseal(kind, sealed, context);
  } catch (error) {
    if (error instanceof AppError && error.code === 'secret.unreadable') return undefined;
    throw error;
  }
}

/** Every sealed value of a kind, page by page. */
export async function* pagesOfSealed(
  upkeep: Pick<Upkeep, 'listSealed'>,
  kind: SealedKind,
): AsyncGenerator<readonly SealedValue[]> {
  for (let after: { after?: string } = {}; ;) {
    const page = await upkeep.listSealed(kind, { limit: pageSize, ...after });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (page.length < pageSize || last === undefined) return;
    after = { after: last.id };
  }
}

/** How many values stand under which key; opens each and writes nothing. */
export async function countSealed(
  upkeep: Pick<Upkeep, 'listSealed'>,
  secrets: Secrets,
): Promise<Record<SealedKind, SealedCounts>> {
  const counts: [SealedKind, SealedCounts][] = [];
  for (const kind of sealedKinds) {
    const count: Record<Standing, number> = { current: 0, previous: 0, unreadable: 0 };
    for await (const page of pagesOfSealed(upkeep, kind)) {
      for (const value of page) count[standingOf(value, resealUnderCurrent(secrets, kind, value))] += 1;
    }
    counts.push([kind, count]);
  }
  // Built from the list of all kinds.
  return Object.fromEntries(counts) as Record<SealedKind, SealedCounts>;
}

function standingOf({ sealed }: SealedValue, resealed: string | undefined): Standing {
  if (resealed === undefined) return 'unreadable';
  return resealed === sealed ? 'current' : 'previous';
}
