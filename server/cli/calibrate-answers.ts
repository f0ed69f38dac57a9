import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ResponseMatrix } from '../../scenarios/psychometrics/calibrate-types.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import { readCsvResponses } from '../research/csv-responses.ts';
import { readStoredResponses } from '../research/stored-responses.ts';
import { explainCsvFault } from './words/calibration.ts';
import { recordReading } from '../records/readings.ts';
import { studyWords } from '../studies/study-words.ts';
import { findStudy } from './find-study.ts';
import { OperatorError } from './operator-error.ts';
import { purposeDetails, type PurposeOptions } from './reading-purpose.ts';
import { withContext } from './with-context.ts';
import { counted } from '../base/plural.ts';

export interface Answers {
  readonly matrix: ResponseMatrix;
  readonly sources: readonly string[];
  readonly origin: string;
  readonly counts: Readonly<Record<string, number>>;
}

interface StudyOptions extends PurposeOptions {
  readonly study?: string;
  readonly without: readonly string[];
}

interface TableOptions {
  readonly id?: string;
  readonly without: readonly string[];
}

/** @throws OperatorError */
export async function readStudy(options: StudyOptions, base: Bank): Promise<Answers> {
  const { study: id, purpose, without } = options;
  const details = purposeDetails(options);
  let answers: Answers | undefined;
  await withContext(async (context) => {
    const study = await findStudy(context, id);
    const scope = { organisationId: study.organisationId, studyId: study.id, purpose, without };
    const { matrix, counts } = await readStoredResponses(context.storage.attempts, scope, base);
    // Nothing of it has left this function yet.
    await recordReading(context, {
      organisationId: study.organisationId,
      actor: 'operator',
      action: 'answers.calibrated',
      subject: `study:${study.id}`,
      details: { ...details, attempts: counts.attempts, persons: counts.included },
    });
    const sources = [
      `Study ${study.id} (${studyWords(study.name).en}), ${purpose === 'research' ? 'people who consented to research' : 'everyone, consented or not'}: ${counts.included} of ${counted('en', counts.attempts, { one: 'attempt', other: 'attempts' })}.`,
      `Left out: ${counts.withoutConsent} without consent, ${counts.invalid} excluded as invalid, ${counts.held} held back for a flag, ${counted('en', counts.later, { one: 'later attempt', other: 'later attempts' })} of the same people, ${counts.unanswered} without an answer, and ${counted('en', counts.easedScenes, { one: 'eased scene', other: 'eased scenes' })}. Attempts of staff and test users are never read.`,
    ];
    answers = { matrix, sources, counts: { ...counts }, origin: sources.join(' ') };
  });
  if (answers === undefined) throw new OperatorError('The study could not be read.');
  return answers;
}

/** @throws OperatorError */
export function readTable(file: string, { id, without }: TableOptions, base: Bank): Answers {
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`);
  if (statSync(file).isDirectory()) throw new OperatorError(`${file} is a folder; name a CSV file.`);
  const text = readFileSync(file, 'utf8');
  const read = readCsvResponses(text, { bank: base, idColumn: id ?? null, without });
  if ('fault' in read)
    throw new OperatorError(`${file}: ${explainCsvFault(read.fault)} No bank was written.`);
  const { matrix, ignored, eased, held } = read.responses;
  return {
    matrix,
    counts: { rows: matrix.persons, easedAnswers: eased, heldAttempts: held },
    origin: `Table ${basename(file)}.`,
    sources: [
      `${basename(file)}: ${counted('en', matrix.persons, { one: 'row', other: 'rows' })}, ${counted('en', matrix.items.length, { one: 'item', other: 'items' })}.`,
      ...(ignored.length === 0 ? [] : [`Columns that are not items: ${ignored.join(', ')}.`]),
      ...(eased === 0
        ? []
        : [`Left out: ${counted('en', eased, { one: 'answer', other: 'answers' })} in eased scenes.`]),
      ...(held === 0
        ? []
        : [
            `Left out: ${counted('en', held, { one: 'attempt', other: 'attempts' })} on whose flags staff have not decided.`,
          ]),
      'Whose answers these are, and whether they agreed, is for whoever made the table to know.',
    ],
  };
}
