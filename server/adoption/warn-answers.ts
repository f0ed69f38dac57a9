/** Answers that can be used and still disagree with the settings: the kit is written, and somebody is told. */
import type { Language } from '../../scenarios/world/base.ts';
import { answersIn, type KitAnswer } from './answers.ts';
import type { KitFacts } from './kit-facts.ts';
import { sayDisagreements } from './outside-quebec.ts';
import { outsideWordsEn } from './texts/impact-security.en.ts';
import { outsideWordsFr } from './texts/impact-security.fr.ts';

const outsideWords = { fr: outsideWordsFr, en: outsideWordsEn } as const;

export function listWarnings(
  { studies }: KitFacts,
  answers: readonly KitAnswer[],
  language: Language,
): string[] {
  return sayDisagreements(studies, answersIn(language, answers), outsideWords[language]);
}
