import { CorpusFile, WordsFile } from '../kit/word-lists.ts';
import type { Problem, YamlSource } from '../kit/yaml-source.ts';
import { readFolder } from './read-folder.ts';

export const vocabularyFileNames = [
  'words.fr.yaml',
  'words.en.yaml',
  'corpus.fr.yaml',
  'corpus.en.yaml',
] as const;

/** A vocabulary that only other ones lean on, such as the lists of clauses, has no corpus. */
type VocabularyTexts = Readonly<Record<(typeof vocabularyFileNames)[number], string | undefined>>;

/** French and English word lists by name, e.g. `answer/v1`; people mix both languages. */
export type Vocabularies = ReadonlyMap<string, readonly WordsFile[]>;

/** `words` is null if a list is missing or unsound. `folder` names the files in findings: `vocabularies/answer/v1`. */
export function checkVocabulary(
  folder: string,
  texts: VocabularyTexts,
): { readonly words: readonly WordsFile[] | null; readonly problems: readonly Problem[] } {
  const { read, problems } = readFolder(folder, texts);
  const fr = read('words.fr.yaml', WordsFile);
  const en = read('words.en.yaml', WordsFile);
  if (texts['corpus.fr.yaml'] !== undefined || texts['corpus.en.yaml'] !== undefined) {
    read('corpus.fr.yaml', CorpusFile);
    read('corpus.en.yaml', CorpusFile);
  }
  if (fr === null || en === null) return { words: null, problems };
  problems.push(...lackingGroups(fr, en), ...lackingGroups(en, fr));
  return { words: problems.length === 0 ? [fr.data, en.data] : null, problems };
}

/** Each group needs words in both languages. */
function lackingGroups(source: YamlSource<WordsFile>, other: YamlSource<WordsFile>): Problem[] {
  return Object.keys(other.data.groups)
    .filter((name) => !(name in source.data.groups))
    .map((name) => source.problem('error', ['groups'], 'keywords.missing', { name }));
}
