/** Texts about a person, sealed with the person's key and lost with it. */
import { AppError, unlessThrown } from '../../base/errors.ts';
import type { Secrets } from '../../base/secrets.ts';
import type { PersonsPort } from '../../storage/ports/persons.ts';

interface TextDeps {
  readonly storage: { readonly persons: Pick<PersonsPort, 'find'> };
  readonly secrets: Pick<Secrets, 'unwrapKey' | 'sealWith' | 'unsealWith'>;
}

export interface PersonTexts {
  /** @param binding ties it to its row */
  seal(text: string, binding: string): string;
  /** Returns '' if there is no text or the key is gone. */
  open(sealed: string | null, binding: string): string;
}

/** @throws AppError person.unknown */
export async function openPersonTexts(
  { storage, secrets }: TextDeps,
  organisationId: string,
  personId: string,
): Promise<PersonTexts> {
  const person = await storage.persons.find(organisationId, personId);
  if (person === undefined) throw new AppError('person.unknown');
  const keyOf = (): ReturnType<Secrets['unwrapKey']> =>
    secrets.unwrapKey('person', person.sealedKey, person.id);
  return {
    seal: (text, binding) => secrets.sealWith(keyOf(), text, binding),
    open: (sealed, binding) => {
      if (sealed === null) return '';
      return unlessThrown(() => secrets.unsealWith(keyOf(), sealed, binding), 'secret.unreadable') ?? '';
    },
  };
}
