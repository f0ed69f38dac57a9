/** The background questions in both languages; codes and words stand in the order of the contract. */
import {
  type BackgroundAnswers,
  type backgroundCodes,
  type BackgroundKey,
  backgroundKeys,
  type BackgroundQuestion,
} from '../contract/background.ts';
import { backgroundEn } from './background.en.ts';
import { backgroundFr } from './background.fr.ts';

type QuestionWords = {
  readonly [Key in BackgroundKey]: {
    readonly text: string;
    readonly choices: Readonly<Record<(typeof backgroundCodes)[Key][number], string>>;
  };
};

export type BackgroundWords = QuestionWords & { readonly introduction: readonly string[] };

const words: Readonly<Record<'fr' | 'en', BackgroundWords>> = { fr: backgroundFr, en: backgroundEn };

export const backgroundIntroduction: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: backgroundFr.introduction,
  en: backgroundEn.introduction,
};

export const backgroundQuestions: readonly BackgroundQuestion[] = backgroundKeys.map((key) => {
  const choices: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
    fr: words.fr[key].choices,
    en: words.en[key].choices,
  };
  return {
    key,
    text: { fr: words.fr[key].text, en: words.en[key].text },
    choices: Object.entries(choices.fr).map(([code, text]) => ({
      code,
      text: { fr: text, en: choices.en[code] ?? code },
    })),
  };
});

/** Question and answer in one language, without those that were skipped. */
export function spellBackground(
  language: 'fr' | 'en',
  answers: BackgroundAnswers,
): { readonly question: string; readonly answer: string }[] {
  return backgroundQuestions.flatMap(({ key, text, choices }) => {
    const chosen = choices.find(({ code }) => code === answers[key]);
    return chosen === undefined ? [] : [{ question: text[language], answer: chosen.text[language] }];
  });
}
