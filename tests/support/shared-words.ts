import { createVocabulary } from '../../scenarios/evidence/vocabulary.ts';
import {
  createSharedVocabulary,
  type Recognised,
} from '../../scenarios/evidence/reading/shared-vocabulary.ts';
import type { Vocabulary } from '../../scenarios/evidence/vocabulary.ts';
import { loadVocabularies } from '../../server/content/load-vocabularies.ts';
import { deliveredFolder } from '../../server/content/delivered-folder.ts';

const { vocabularies } = loadVocabularies(deliveredFolder);

/** The vocabulary of a scenario that names these shared ones. */
export function vocabularyOf(
  names: readonly string[],
  recognises: Recognised = {},
  phrases: Readonly<Record<string, readonly string[]>> = {},
): Vocabulary {
  const words = names.flatMap((name) => {
    const found = vocabularies.get(name);
    if (found === undefined) throw new Error(`${name} is no sound vocabulary`);
    return found;
  });
  return createVocabulary([], phrases, createSharedVocabulary(words, [], recognises));
}
