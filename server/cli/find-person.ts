import type { Person } from '../storage/ports/persons.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { personTexts } from './words/person.ts';

/** @throws OperatorError if there is none */
export async function findPerson(
  storage: Storage,
  personId: string,
  language: OperatorLanguage,
): Promise<Person> {
  for (const { id } of await listOrganisations(storage)) {
    const found = await storage.persons.find(id, personId);
    if (found !== undefined) return found;
  }
  throw new OperatorError(personTexts[language].unknown(personId));
}
