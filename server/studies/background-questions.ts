/** The background questions in both languages. */
import { type BackgroundAnswers, backgroundKeys, type BackgroundQuestion } from '../contract/background.ts';
import { backgroundEn } from './background.en.ts';
import { backgroundFr } from './background.fr.ts';
import type { BackgroundWords } from './background-words.ts';

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
