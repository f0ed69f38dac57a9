/** What to read, what is left to fill in, and who knows it. */
import type { Language } from '../../scenarios/world/base.ts';
import { type Block, h1, type Line, p, type Question, questionsOf, type Role, table } from './blocks.ts';
import type { KitFacts } from './kit-facts.ts';
import { kitWords } from './kit-words.ts';
import { firstEn, firstEnRest } from './texts/first.en.ts';
import { firstFr, firstFrRest } from './texts/first.fr.ts';

interface Titled {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const words = {
  fr: {
    before: firstFr,
    after: firstFrRest,
    documents: 'Les documents',
    documentHeads: ['numéro', 'document', 'à remplir'],
    nothing: 'rien',
    left: 'Ce qui reste à remplir',
    leftHeads: ['qui le sait', 'questions (numéro du document)', 'minutes'],
    whole: (ours: number, team: number) =>
      `En tout, environ ${ours} minutes${team === 0 ? '' : `, et ${team} de plus pour l’équipe de recherche`}. C’est une estimation\u00a0: trouver la réponse peut prendre plus de temps que de l’écrire.`,
    installation: (facts: KitFacts) =>
      `Installation\u00a0: \`${facts.publicHost}\`. Version du programme\u00a0: \`${facts.build}\`. Faite le ${facts.day}.`,
  },
  en: {
    before: firstEn,
    after: firstEnRest,
    documents: 'The documents',
    documentHeads: ['number', 'document', 'to fill in'],
    nothing: 'nothing',
    left: 'What is left to fill in',
    leftHeads: ['who knows', 'questions (number of the document)', 'minutes'],
    whole: (ours: number, team: number) =>
      `About ${ours} minutes in all${team === 0 ? '' : `, and ${team} more for the research team`}. This is an estimate: finding an answer can take longer than writing it.`,
    installation: (facts: KitFacts) =>
      `Installation: \`${facts.publicHost}\`. Version of the program: \`${facts.build}\`. Made on ${facts.day}.`,
  },
} as const;

interface Asked extends Question {
  readonly number: number;
}

export function firstPage(facts: KitFacts, language: Language, parts: readonly Titled[]): Block[] {
  const say = words[language];
  // The first page is number 1.
  const numbered = parts.map(({ title, blocks }, index) => ({
    title,
    fills: questionsOf(blocks).map((one): Asked => ({ ...one, number: index + 2 })),
  }));
  const asked = numbered.flatMap(({ fills }) => fills);
  const roles = [...new Set(asked.map(({ who }) => who))];
  return [
    ...say.before,
    h1(say.documents),
    table(
      [1, 6, 1],
      say.documentHeads,
      ...numbered.map(({ title, fills }, index) => [
        String(index + 2),
        title,
        fills.length === 0 ? say.nothing : String(fills.length),
      ]),
    ),
    h1(say.left),
    p(
      say.whole(
        minutesOf(asked.filter(({ who }) => who !== 'research')),
        minutesOf(asked.filter(({ who }) => who === 'research')),
      ),
    ),
    table(
      [2, 6, 1],
      say.leftHeads,
      ...roles.map((role) =>
        rowOf(
          role,
          asked.filter(({ who }) => who === role),
          language,
        ),
      ),
    ),
    ...say.after,
    p(say.installation(facts)),
  ];
}

function rowOf(role: Role, asked: readonly Asked[], language: Language): Line[] {
  const questions = new Set(
    asked
      // Signing takes the time of its line.
      .filter(({ minutes }) => minutes > 0)
      .map(({ about, fill, number }) => `${about === '' ? '' : `${about} – `}${fill} (${number})`),
  );
  return [kitWords[language].roles[role], [...questions].join('\n'), String(minutesOf(asked))];
}

function minutesOf(asked: readonly Question[]): number {
  return asked.reduce((sum, { minutes }) => sum + minutes, 0);
}
