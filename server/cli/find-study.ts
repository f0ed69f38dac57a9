import type { Context } from '../context.ts';
import type { Study } from '../storage/ports/organisations.ts';
import { listAll } from '../storage/read-pages.ts';
import { studyWords } from '../studies/study-words.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';

/** The named study, or the only one. @throws OperatorError if there is none, or several and none is named */
export async function findStudy(
  { storage }: Pick<Context, 'storage'>,
  id: string | undefined,
): Promise<Study> {
  const studies: Study[] = [];
  for (const organisation of await listOrganisations(storage)) {
    studies.push(...(await listAll((page) => storage.studies.list(organisation.id, page))));
  }
  const found = studies.filter((study) => id === undefined || study.id === id);
  const [study] = found;
  if (study === undefined)
    throw new OperatorError(id === undefined ? 'There is no study yet.' : `There is no study ${id}.`);
  if (found.length > 1) {
    const names = found.map((one) => `${one.id} (${studyWords(one.name).en})`).join(', ');
    throw new OperatorError(`There are several studies; name one with --study: ${names}`);
  }
  return study;
}
