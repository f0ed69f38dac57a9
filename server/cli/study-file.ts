/** The file of `study add` and `study change`: facts, and own sentences if wanted. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { longestAverage, sentencesOf, wordCount } from '../../scenarios/checks/writing-rules.ts';
import { type Problem, readYaml } from '../../scenarios/kit/yaml-source.ts';
import { counted } from '../base/plural.ts';
import { StudyFacts } from '../contract/study-facts.ts';
import { OperatorError } from './operator-error.ts';
import { printProblems } from './output.ts';

/** Prints all findings to look at; long sentences are only warnings. @throws OperatorError if there is an error */
export async function readStudyFile(path: string, json: boolean): Promise<StudyFacts> {
  const file = basename(path);
  const { source, problems } = readYaml(file, await readFile(path, 'utf8'), StudyFacts);
  const long: Problem[] =
    source === null
      ? []
      : (['notice', 'research', 'future'] as const).flatMap((kind) =>
          (['fr', 'en'] as const).flatMap((language) =>
            (source.data.texts[kind]?.[language] ?? []).flatMap((text, index) =>
              sentencesOf(text).some((sentence) => wordCount(sentence) > longestAverage)
                ? [source.problem('warning', ['texts', kind, language, index], 'text.sentence-too-long')]
                : [],
            ),
          ),
        );
  // With --json, standard output has one document: what was done.
  const errors = json
    ? problems.length
    : printProblems([...problems, ...long], false, ({ code, params }) =>
        code === 'text.sentence-too-long'
          ? `more than ${longestAverage} words in a sentence`
          : `${code} ${JSON.stringify(params)}`,
      );
  if (source === null)
    throw new OperatorError(
      `${counted('en', errors, { one: 'error', other: 'errors' })}; the file was not used`,
    );
  return source.data;
}
