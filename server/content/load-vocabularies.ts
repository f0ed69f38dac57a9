import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkVocabulary,
  type Vocabularies,
  vocabularyFileNames,
} from '../../scenarios/checks/vocabulary-files.ts';
import type { WordsFile } from '../../scenarios/kit/word-lists.ts';
import type { Problem } from '../../scenarios/kit/yaml-source.ts';
import { listVersionFolders, readText } from './content-files.ts';

/** The word lists that scenarios share, from `vocabularies/<name>/v<n>`; unsound ones are left out and reported. */
export function loadVocabularies(directory: string): {
  readonly vocabularies: Vocabularies;
  readonly problems: readonly Problem[];
  /** All files, for the digest of the content. */
  readonly digested: string;
} {
  const root = join(directory, 'vocabularies');
  const vocabularies = new Map<string, readonly WordsFile[]>();
  const problems: Problem[] = [];
  const digested: unknown[] = [];
  for (const name of existsSync(root) ? listVersionFolders(root) : []) {
    const [frWords, enWords, frCorpus, enCorpus] = vocabularyFileNames.map((file) =>
      readText(join(root, name, file)),
    );
    const texts = {
      'words.fr.yaml': frWords,
      'words.en.yaml': enWords,
      'corpus.fr.yaml': frCorpus,
      'corpus.en.yaml': enCorpus,
    };
    digested.push([name, texts]);
    const { words, problems: faults } = checkVocabulary(`vocabularies/${name}`, texts);
    problems.push(...faults);
    if (words !== null) vocabularies.set(name, words);
  }
  return { vocabularies, problems, digested: JSON.stringify(digested) };
}
