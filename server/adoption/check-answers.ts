/** Answers that would say something else than was meant, or nothing: each is refused with what can be written instead. */
import type { Language } from '../../scenarios/world/base.ts';
import { hasBlank, isNo, isNumeric, isYes, readPicks } from './answer-words.ts';
import type { KitAnswer } from './answers.ts';
import type { Asked } from './asked-questions.ts';

interface FaultWords {
  readonly where: (document: number, question: string, answer: string) => string;
  readonly confirm: string;
  readonly boxes: (count: number) => string;
  readonly one: (count: number) => string;
  readonly number: (choices: readonly string[]) => string;
  readonly several: (count: number) => string;
}

const words: Readonly<Record<Language, FaultWords>> = {
  fr: {
    where: (document, question, answer) =>
      `Document ${document}, «\u00a0${question}\u00a0»\u00a0: la réponse «\u00a0${answer}\u00a0» n’est pas claire; `,
    confirm: 'écrivez «\u00a0oui\u00a0», ou la phrase qui vaut chez vous.',
    boxes: (count) => `écrivez les numéros des cases à cocher, de 1 à ${count}, ou «\u00a0tout\u00a0».`,
    one: (count) => `écrivez un seul numéro, de 1 à ${count}, ou une phrase.`,
    number: (choices) =>
      `écrivez seulement ${choices.map((one, index) => `${index + 1} pour «\u00a0${one}\u00a0»`).join(', ou ')}.`,
    several: (count) =>
      `écrivez des numéros de 1 à ${count}, comme «\u00a01, 2\u00a0» ou «\u00a01-${count}\u00a0», ou une phrase.`,
  },
  en: {
    where: (document, question, answer) =>
      `Document ${document}, “${question}”: the answer “${answer}” is not clear; `,
    confirm: 'write “yes”, or the sentence that is true for you.',
    boxes: (count) => `write the numbers of the boxes to tick, from 1 to ${count}, or “all”.`,
    one: (count) => `write one number, from 1 to ${count}, or a sentence.`,
    number: (choices) =>
      `write only ${choices.map((one, index) => `${index + 1} for “${one}”`).join(', or ')}.`,
    several: (count) => `write numbers from 1 to ${count}, such as “1, 2” or “1-${count}”, or a sentence.`,
  },
};

/** A sentence for each answer that cannot be used, in the order of the documents. */
export function listFaults(
  questions: readonly Asked[],
  answers: readonly KitAnswer[],
  language: Language,
): string[] {
  return questions.flatMap((question, index) => {
    const answer = answers[index]?.answer.trim() ?? '';
    const instead = answer === '' ? null : findFault(question, answer, words[language]);
    if (instead === null) return [];
    const named = question.about === '' ? question.asks : question.about;
    return [`${words[language].where(question.document, named, answer)}${instead}`];
  });
}

/** What to write instead; null if the answer can be used. */
function findFault(question: Asked, answer: string, say: FaultWords): string | null {
  switch (question.kind) {
    case 'confirm':
      return isNo(answer) || isNumeric(answer) ? say.confirm : null;
    case 'box':
    case 'tick':
      return readPicks(answer, question.count) === null ? say.boxes(question.count) : null;
    case 'choice':
      return isClearChoice(question, answer) ? null : sayChoices(question, say);
    case 'words':
    case 'sentences':
      return isYes(answer) || isNo(answer) ? `${question.asks}.` : null;
    case 'signature':
    case 'step':
    case 'shared':
      return null;
  }
}

function isClearChoice({ choices, isOne, isNumberOnly }: Asked, answer: string): boolean {
  const picks = readPicks(answer, choices.length);
  if (isNumberOnly) return picks?.size === 1;
  if (picks === null) return hasBlank(answer) || !(isNumeric(answer) || isYes(answer) || isNo(answer));
  return !isOne || picks.size === 1;
}

function sayChoices({ choices, isOne, isNumberOnly }: Asked, say: FaultWords): string {
  if (isNumberOnly) return say.number(choices.map(beforeColon));
  return isOne ? say.one(choices.length) : say.several(choices.length);
}

/** What a choice says, without its conditions. */
function beforeColon(choice: string): string {
  return choice.split(/\s*: /)[0] ?? choice;
}
