/** What to read, what is left to fill in, and who knows it. */
import type { Language } from '../../scenarios/world/base.ts';
import { type Block, type Fill, fillsOf, h1, type Line, p, type Role, table } from './blocks.ts';
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
    whole: (minutes: number) =>
      `En tout, environ ${minutes} minutes, si chaque personne répond pour sa part. C’est une estimation.`,
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
    whole: (minutes: number) =>
      `About ${minutes} minutes in all, if each person answers their part. This is an estimate.`,
    installation: (facts: KitFacts) =>
      `Installation: \`${facts.publicHost}\`. Version of the program: \`${facts.build}\`. Made on ${facts.day}.`,
  },
} as const;

interface Asked extends Fill {
  readonly number: number;
}

export function firstPage(facts: KitFacts, language: Language, parts: readonly Titled[]): Block[] {
  const say = words[language];
  // The first page is number 1.
  const numbered = parts.map(({ title, blocks }, index) => ({
    title,
    fills: fillsOf(blocks).map((one): Asked => ({ ...one, number: index + 2 })),
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
    p(say.whole(minutesOf(asked))),
    ...say.after,
    p(say.installation(facts)),
  ];
}

function rowOf(role: Role, asked: readonly Asked[], language: Language): Line[] {
  const questions = new Set(asked.map(({ fill, number }) => `${fill} (${number})`));
  return [kitWords[language].roles[role], [...questions].join('\n'), String(minutesOf(asked))];
}

function minutesOf(fills: readonly Fill[]): number {
  return fills.reduce((sum, { minutes }) => sum + minutes, 0);
}
