/**
 * Reseals stored values under SECRET_KEY; the keys inside them don't change. Can be repeated, also while the
 * tool runs with both secrets.
 */
import type { Secrets } from '../base/secrets.ts';
import { type SealedKind, sealedKinds, type Upkeep } from '../storage/ports/upkeep.ts';
import { pagesOfSealed, resealUnderCurrent } from './sealed-values.ts';

export interface Rotation {
  readonly kind: SealedKind;
  /** Values already sealed under the current key. */
  readonly current: number;
  readonly resealed: number;
  /** Values that no key opens; left unchanged. */
  readonly unreadable: number;
}

interface RotationDeps {
  readonly upkeep: Pick<Upkeep, 'listSealed' | 'replaceSealed'>;
  readonly secrets: Secrets;
}

export async function rotateSecret(deps: RotationDeps, apply: boolean): Promise<readonly Rotation[]> {
  const done: Rotation[] = [];
  for (const kind of sealedKinds) done.push(await rotateKind(deps, kind, apply));
  return done;
}

async function rotateKind(
  { upkeep, secrets }: RotationDeps,
  kind: SealedKind,
  apply: boolean,
): Promise<Rotation> {
  let [current, resealed, unreadable] = [0, 0, 0];
  for await (const page of pagesOfSealed(upkeep, kind)) {
    const changes = [];
    for (const value of page) {
      const to = resealUnderCurrent(secrets, kind, value);
      if (to === undefined) unreadable += 1;
      else if (to === value.sealed) current += 1;
      else changes.push({ id: value.id, from: value.sealed, to });
    }
    if (apply && changes.length > 0) await upkeep.replaceSealed(kind, changes);
    resealed += changes.length;
  }
  return { kind, current, resealed, unreadable };
}
