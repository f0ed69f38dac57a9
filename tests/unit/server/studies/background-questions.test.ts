import { describe, expect, it } from 'vitest';
import { sentencesOf, wordCount } from '../../../../scenarios/checks/writing-rules.ts';
import { backgroundCodes, backgroundKeys, noBackground } from '../../../../server/contract/background.ts';
import {
  backgroundIntroduction,
  backgroundQuestions,
  spellBackground,
} from '../../../../server/studies/background-questions.ts';
import { questionOf } from '../../../../server/studies/texts-of-study.ts';
import { sampleFacts, sampleTexts } from '../../../contract/storage/study-texts.ts';

describe('background questions', () => {
  it('have every code in both languages, in the order of the contract', () => {
    expect(backgroundQuestions.map(({ key }) => key)).toEqual(backgroundKeys);
    for (const { key, choices } of backgroundQuestions) {
      expect(choices.map(({ code }) => code)).toEqual(backgroundCodes[key]);
      const texts = choices.flatMap(({ text }) => [text.fr, text.en]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it.each(['fr', 'en'] as const)('have sentences of at most 12 words: %s', (language) => {
    const texts = [
      ...backgroundIntroduction[language],
      ...backgroundQuestions.flatMap(({ text, choices }) => [
        text[language],
        ...choices.map((choice) => choice.text[language]),
      ]),
    ];
    expect(texts.flatMap(sentencesOf).filter((sentence) => wordCount(sentence) > 12)).toEqual([]);
  });

  it('are spelled out without those that were skipped', () => {
    const answers = { ...noBackground, ageGroup: '18-24', computerYears: 'over-10' } as const;
    expect(spellBackground('en', answers).map(({ answer }) => answer)).toEqual([
      '18 to 24',
      'More than 10 years',
    ]);
  });

  it('are announced by the question about research, only in a study that asks', () => {
    const research = sampleFacts.research && { ...sampleFacts.research, background: false };
    const silent = questionOf(sampleTexts({ facts: { ...sampleFacts, research } }));
    const asking = questionOf(sampleTexts());
    for (const language of ['fr', 'en'] as const) {
      const before = silent?.research[language] ?? [];
      const added = asking?.research[language].filter((sentence) => !before.includes(sentence));
      expect(added).toHaveLength(2);
    }
  });
});
