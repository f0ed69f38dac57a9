/** The corpora: texts as people write them, each with what a fair reader understands. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { CorpusFile } from '../../scenarios/kit/word-lists.ts';
import type { Language } from '../../scenarios/world/base.ts';

const root = resolve(import.meta.dirname, '../..');
/** Agreement that a rule which reads typed text needs. */
const LEAST_AGREEMENT = 0.97;

type Sentence = CorpusFile['sentences'][number];

/** @param corpus a vocabulary (`answer/v1`), or a file of tests/corpora (`cell`) */
function readCorpus(corpus: string, language: Language): readonly Sentence[] {
  const file = corpus.includes('/')
    ? `scenarios/content/vocabularies/${corpus}/corpus.${language}.yaml`
    : `tests/corpora/${corpus}.${language}.yaml`;
  return CorpusFile.parse(parse(readFileSync(join(root, file), 'utf8'))).sentences;
}

/** Fails with the sentences that are read otherwise than their verdict. */
export function expectAgreement(
  corpus: string,
  verdict: string,
  language: Language,
  read: (says: string) => unknown,
  isMeant: (sentence: Sentence) => boolean = () => true,
): void {
  const all = readCorpus(corpus, language);
  expect(all.length).toBeGreaterThanOrEqual(80);
  const sentences = all.filter(isMeant);
  const failing = sentences.filter(({ says, [verdict]: wanted }) => read(says) !== wanted);
  const printed = failing.map(
    ({ says, why = '', ...verdicts }) => `${says} → ${String(verdicts[verdict])} ${why}`,
  );
  const agreement = 1 - failing.length / sentences.length;
  expect(
    agreement >= LEAST_AGREEMENT ? [] : printed,
    `${corpus} ${language}: ${agreement.toFixed(3)}`,
  ).toEqual([]);
}

/** No credit for a negation, a question or a supposition: not one of these sentences may be taken for what it isn't. */
export function expectNoFalseCredit(
  corpus: string,
  verdict: string,
  language: Language,
  read: (says: string) => boolean,
): void {
  const misleading = readCorpus(corpus, language).filter(
    ({ [verdict]: is, why = '' }) => is === false && /negation|question|denied|conditional/.test(why),
  );
  expect(misleading.length).toBeGreaterThan(0);
  expect(misleading.map(({ says }) => says).filter((says) => read(says))).toEqual([]);
}

/** Not one of the meant sentences may be read so. */
export function expectNone(
  corpus: string,
  language: Language,
  isMeant: (sentence: Sentence) => boolean,
  read: (says: string) => boolean,
): void {
  const meant = readCorpus(corpus, language).filter(isMeant);
  expect(meant.length).toBeGreaterThan(0);
  expect(meant.map(({ says }) => says).filter((says) => read(says))).toEqual([]);
}
