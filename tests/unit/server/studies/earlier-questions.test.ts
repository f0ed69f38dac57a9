/** The words that people agreed to, once a study asks with others. */
import { describe, expect, it } from 'vitest';
import type { StudyFacts } from '../../../../server/contract/study-facts.ts';
import { earlierOf } from '../../../../server/studies/earlier-questions.ts';
import { questionOf } from '../../../../server/studies/texts-of-study.ts';
import { sampleFacts, sampleTexts } from '../../../contract/storage/study-texts.ts';

const purpose = { fr: 'Elle étudie autre chose.', en: 'It studies something else.' };
const changed: StudyFacts = {
  ...sampleFacts,
  research: sampleFacts.research && { ...sampleFacts.research, purpose },
};
const ownWords = { fr: ['Nos mots.'], en: ['Our words.'] };
const own: StudyFacts = { ...sampleFacts, texts: { ...sampleFacts.texts, research: ownWords } };

const first = sampleTexts();
const second = sampleTexts({ revision: 2, facts: changed, researchVersion: 2 });

describe('earlier questions about research', () => {
  it('are told word for word, newest first, without the one that is asked now', () => {
    const before = questionOf(first);
    expect(earlierOf([second, first], questionOf(second))).toEqual([
      { versions: ['3.1'], research: before?.research, future: before?.future },
    ]);
    const third = sampleTexts({ revision: 3, facts: own, researchVersion: 3 });
    expect(earlierOf([third, second, first], questionOf(third)).map(({ versions }) => versions)).toEqual([
      ['1.3', '2.3'],
      ['3.2'],
      ['3.1'],
    ]);
  });

  it('have the last one of a study that closed', () => {
    const closed = { ...second, revision: 3, isClosed: true };
    const now = questionOf(closed);
    expect(now).toBeNull();
    expect(earlierOf([closed, second, first], now).map(({ versions }) => versions)).toEqual([
      ['3.2'],
      ['3.1'],
    ]);
  });

  it('have those of earlier editions if the words are the organisation’s own', () => {
    const texts = sampleTexts({ facts: own });
    expect(earlierOf([texts], questionOf(texts))).toEqual([
      { versions: ['1.1', '2.1'], research: ownWords, future: { fr: ['Plus tard.'], en: ['Later.'] } },
    ]);
  });

  it('leave out a version whose rows would read differently now, and studies that asked nothing', () => {
    const same = { ...second, researchVersion: 1 };
    expect(earlierOf([same, first], null)).toEqual([]);
    const silent = sampleTexts({
      revision: 2,
      facts: { ...sampleFacts, research: null },
      researchVersion: 2,
    });
    expect(earlierOf([silent, first], questionOf(silent)).map(({ versions }) => versions)).toEqual([['3.1']]);
    expect(earlierOf([], null)).toEqual([]);
  });
});
