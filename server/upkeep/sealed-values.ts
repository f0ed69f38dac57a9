import { isUnsealed, resealValue } from '../../lti/engine/database-plugin.ts';
import { unlessThrown } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import { type SealedKind, sealedKinds, type SealedValue, type Upkeep } from '../storage/ports/upkeep.ts';

/** `previous`: only SECRET_KEY_PREVIOUS opens it. */
type SealState = 'current' | 'previous' | 'unreadable';

export type SealedCounts = Readonly<Record<SealState, number>>;

const pageSize = 500;

/** Returns undefined if no key opens the value. */
export function resealUnderCurrent(
  secrets: Secrets,
  kind: SealedKind,
  { context, sealed }: SealedValue,
): string | undefined {
  if (kind === 'lti-row') return resealValue(secrets.keysFor('lti-rows'), context, sealed);
  return unlessThrown(() => {
    // Opens it even if it names the current key: it may be damaged.
    secrets.unwrapKey(kind, sealed, context);
    return secrets.reseal(kind, sealed, context);
  }, 'secret.unreadable');
}

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

export async function countSealed(
  upkeep: Pick<Upkeep, 'listSealed'>,
  secrets: Secrets,
): Promise<Record<SealedKind, SealedCounts>> {
  const counts: [SealedKind, SealedCounts][] = [];
  for (const kind of sealedKinds) {
    const count: Record<SealState, number> = { current: 0, previous: 0, unreadable: 0 };
    for await (const page of pagesOfSealed(upkeep, kind)) {
      for (const value of page) {
        if (kind === 'lti-row' && isUnsealed(value.sealed)) continue;
        count[sealStateOf(value, resealUnderCurrent(secrets, kind, value))] += 1;
      }
    }
    counts.push([kind, count]);
  }
  return Object.fromEntries(counts) as Record<SealedKind, SealedCounts>;
}

function sealStateOf({ sealed }: SealedValue, resealed: string | undefined): SealState {
  if (resealed === undefined) return 'unreadable';
  return resealed === sealed ? 'current' : 'previous';
}
