/** `answers.yaml`: the questions of a kit in both languages, with what the organisation answered (ADR 61). */
import { z } from 'zod';
import type { Language } from '../../scenarios/world/base.ts';
import { listAsked } from './asked-questions.ts';
import type { AnswerTo } from './fill-in.ts';
import type { KitFacts } from './kit-facts.ts';

const KitAnswer = z.strictObject({
  /** Its number; null of an answer that found no place. */
  document: z.number().int().nullable(),
  kind: z.string(),
  fr: z.string(),
  en: z.string(),
  /** Of a choice, in French: the numbers of the answer count them from 1. */
  choices: z.array(z.string()).optional(),
  answer: z.string().max(4000).default(''),
});
export type KitAnswer = Readonly<z.infer<typeof KitAnswer>>;

export const AnswersFile = z.strictObject({ answers: z.array(KitAnswer).max(2000) });

/** Every question of the kit, with the answer that an earlier file has for it. */
export function askAnswers(facts: KitFacts, earlier: readonly KitAnswer[]): KitAnswer[] {
  const [french, english] = [listAsked(facts, 'fr'), listAsked(facts, 'en')];
  return french.map(({ document, kind, name: fr, choices }, index) => {
    const en = english[index]?.name ?? '';
    const answer = earlier.find((one) => isSame(one, { fr, en }))?.answer ?? '';
    return { document, kind, fr, en, ...(choices.length === 0 ? {} : { choices: [...choices] }), answer };
  });
}

/** Answers to questions that this kit does not ask: somebody has to place them by hand. */
export function listUnplaced(asked: readonly KitAnswer[], earlier: readonly KitAnswer[]): KitAnswer[] {
  return earlier
    .filter(({ answer }) => answer.trim() !== '')
    .filter(({ fr, en }) => !asked.some((one) => isSame(one, { fr, en })))
    .map((one) => ({ ...one, document: null }));
}

/** In one language is enough; fixed spaces and marks of code may change. */
function isSame(one: Pick<KitAnswer, 'fr' | 'en'>, { fr, en }: Pick<KitAnswer, 'fr' | 'en'>): boolean {
  return plain(one.fr) === plain(fr) || plain(one.en) === plain(en);
}

function plain(name: string): string {
  return name.replaceAll('\u00a0', ' ').replaceAll('`', '');
}

export function answersIn(language: Language, asked: readonly KitAnswer[]): AnswerTo {
  const known = new Map(asked.map((one) => [one[language], one.answer]));
  return (name) => known.get(name) ?? '';
}

/** JSON is YAML too, so quotes and line breaks of an answer need no other care. */
export function writeAnswers(answers: readonly KitAnswer[]): string {
  const entries = answers.map(({ document, kind, fr, en, choices, answer }) =>
    [
      `  - document: ${document ?? 'null'}`,
      `    kind: ${kind}`,
      `    fr: ${JSON.stringify(fr)}`,
      `    en: ${JSON.stringify(en)}`,
      ...(choices === undefined
        ? []
        : ['    choices:', ...choices.map((one) => `      - ${JSON.stringify(one)}`)]),
      `    answer: ${JSON.stringify(answer)}`,
    ].join('\n'),
  );
  return `${introduction}answers:\n${entries.join('\n')}\n`;
}

const introduction = `# Vos réponses. Écrivez-les après «\u00a0answer:\u00a0», entre guillemets, puis refaites la trousse dans un nouveau dossier\u00a0:
#   ./bin/numplus.js adoption kit --out NOUVEAU_DOSSIER --answers CE_FICHIER
# confirm\u00a0: "oui" accepte la réponse proposée; une autre phrase la remplace. "non" seul est refusé.
# choice\u00a0: le numéro du choix, ou une phrase. Un choix qui a «\u00a0…………\u00a0» reste à remplir\u00a0: écrivez une phrase.
#   Ce qui est au Québec ou dehors ne prend que 1 ou 2\u00a0: l’avis en dépend.
# box, tick\u00a0: les numéros à cocher, dans l’ordre du document, comme "1, 3" ou "2-4", ou "tout".
# Signatures et démarches restent dans les documents. Ce qui est écrit dans un document n’est pas lu.
#
# Your answers. Write them after “answer:”, in quotes, then make the kit again in a new folder, as above.
# confirm: "yes" accepts the proposed answer; another sentence replaces it. "no" alone is refused.
# choice: the number of the choice, or a sentence. A choice that has “…………” stays to fill in: write a sentence.
#   What is in Québec or outside takes only 1 or 2: the notice depends on it.
# box, tick: the numbers to tick, in the order of the document, such as "1, 3" or "2-4", or "all".
# Signatures and steps stay in the documents. What is written in a document is not read.
`;
