import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import type { PersonsPort } from '../storage/ports/persons.ts';
import type { PlayerLaunch } from './services.ts';

interface Deps {
  readonly secrets: Pick<Secrets, 'keyedHash' | 'unwrapKey'>;
  readonly storage: { readonly persons: Pick<PersonsPort, 'findKey'> };
}

/** Divisible by 2 to 6, so that variants are equally likely. Small: it tells nobody apart. */
const seeds = 1_200;

/**
 * Neighbours get different seeds, so nobody can pass answers on; a person's attempts follow one another, so that a
 * repeat brings another variant.
 * @throws AppError attempt.unknown if the person was erased
 */
export async function drawSeed(
  { secrets, storage }: Deps,
  {
    organisationId,
    personId,
    resourceLinkId,
    practice,
  }: Pick<PlayerLaunch, 'organisationId' | 'personId' | 'resourceLinkId' | 'practice'>,
  number: number,
): Promise<number> {
  const sealedKey = await storage.persons.findKey(organisationId, personId);
  if (sealedKey === undefined) throw new AppError('attempt.unknown');
  const key = secrets.unwrapKey('person', sealedKey, personId);
  const drawn = secrets.keyedHash(key, `seed/${resourceLinkId}/${practice ? 'practice' : 'play'}`);
  return (Number.parseInt(drawn.slice(0, 12), 16) % seeds) + number;
}
