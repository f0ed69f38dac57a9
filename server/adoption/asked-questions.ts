import type { Language } from '../../scenarios/world/base.ts';
import { isFill, partsOf } from './blocks.ts';
import { makeDocuments } from './documents.ts';
import { canBeAnswered, nameOfQuestion } from './fill-in.ts';
import type { KitFacts } from './kit-facts.ts';
import { linesOf } from './minutes.ts';
import { type Question, questionsOf } from './questions.ts';

/** A question that `answers.yaml` can answer. */
export interface Asked extends Question {
  readonly document: number;
  /** Unique within a kit, in its language. */
  readonly name: string;
  readonly choices: readonly string[];
  /** Of choices, only one can hold. */
  readonly isOne: boolean;
  /** Of choices, words of one's own are refused. */
  readonly isNumberOnly: boolean;
}

/** In the order of the documents, which is the same in both languages. */
export function listAsked(facts: KitFacts, language: Language): Asked[] {
  return makeDocuments(facts, language).flatMap(({ blocks }, index) => {
    const fills = blocks.flatMap(linesOf).flatMap(partsOf).filter(isFill);
    return questionsOf(blocks)
      .filter(canBeAnswered)
      .map((question) => {
        const found =
          question.kind === 'choice' ? fills.find(({ fill }) => fill === question.asks) : undefined;
        return {
          ...question,
          document: index + 1,
          name: nameOfQuestion(question),
          choices: found?.options ?? [],
          isOne: found?.isOne ?? false,
          isNumberOnly: found?.isNumberOnly ?? false,
        };
      });
  });
}
