/** What to read, what is left to fill in, who knows it and how long it takes. */
import type { Language } from '../../scenarios/world/base.ts';
import { type Block, h1, h2, p, points, type Role, table } from './blocks.ts';
import { type AnswerTo, fillIn } from './fill-in.ts';
import { type KitFacts, asksAboutResearch } from './kit-facts.ts';
import { type DocumentKey, kitWords } from './kit-words.ts';
import { readingMinutes, roundSum, writingMinutes } from './minutes.ts';
import { type Question, questionsOf } from './questions.ts';
import { firstEn, firstEnRest } from './texts/first.en.ts';
import { firstFr, firstFrRest } from './texts/first.fr.ts';
import { firstWordsEn, firstWordsFr } from './texts/first-words.ts';

interface Part {
  readonly key: DocumentKey;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const texts = {
  fr: { before: firstFr, after: firstFrRest, say: firstWordsFr },
  en: { before: firstEn, after: firstEnRest, say: firstWordsEn },
} as const;

interface Asked extends Question {
  /** Of its document. */
  readonly number: number;
}

/** The other parts have the numbers 2 and up, in their order. */
export function firstPage(
  facts: KitFacts,
  language: Language,
  others: readonly Part[],
  answerTo: AnswerTo,
): Block[] {
  const { before, after, say } = texts[language];
  const opening = fillIn(before(facts), answerTo);
  const own: Part = { key: 'first', title: kitWords[language].documents.first.title, blocks: opening };
  const numbered = [own, ...others].map((part, index) => ({ ...part, number: index + 1 }));
  const asked = numbered.flatMap(({ blocks, number }) =>
    questionsOf(blocks).map((one): Asked => ({ ...one, number })),
  );
  const ours = asked.filter(({ who }) => who !== 'research');
  const team = asked.filter(({ who }) => who === 'research');
  const toRead = numbered.filter(({ key }) => isRead(key, facts)).flatMap(({ blocks }) => blocks);
  return [
    p(say.installation(facts)),
    ...opening,
    h1(say.documents),
    p(
      say.whole({
        writing: roundSum(writingMinutes(ours)),
        reading: roundSum(readingMinutes(toRead)),
        team: asksAboutResearch(facts.studies) ? roundSum(writingMinutes(team)) : 0,
      }),
    ),
    table(
      [2, 11, 4, 5, 5],
      say.documentHeads,
      ...numbered.map(({ key, title, blocks, number }) => {
        const mine = asked.filter((one) => one.number === number);
        const counted = mine.filter((one) => ours.includes(one));
        const reading = String(Math.ceil(readingMinutes(blocks)));
        return [
          String(number),
          title,
          String(mine.reduce((sum, { count }) => sum + count, 0)),
          counted.length === 0 && mine.length > 0
            ? say.notCounted(sayMinutes(mine, language))
            : sayMinutes(counted, language),
          isRead(key, facts) ? reading : say.notCounted(reading),
        ];
      }),
    ),
    p(say.estimate),
    h1(say.left),
    p(say.numbers),
    ...[...new Set(asked.map(({ who }) => who))].flatMap((role) => leftFor(role, asked, language)),
    ...after,
  ];
}

/** The map is for looking up; the appendix is for a study that does research. */
export function isRead(key: DocumentKey, { studies }: KitFacts): boolean {
  return key !== 'dataMap' && (key !== 'ethics' || asksAboutResearch(studies));
}

/** A list for each person, which can be sent to them as it is. */
function leftFor(role: Role, asked: readonly Asked[], language: Language): Block[] {
  const mine = asked.filter(({ who }) => who === role);
  const lines = [...new Set(mine.map(({ number }) => number))].flatMap((number) =>
    sayQuestions(
      mine.filter((one) => one.number === number),
      number,
      language,
    ),
  );
  const { say } = texts[language];
  const minutes = sayMinutes(mine, language);
  const counted = role === 'research' ? say.notCounted(minutes) : minutes;
  return [h2(say.leftFor(asTitle(kitWords[language].roles[role]), counted)), points(...lines)];
}

function asTitle(words: string): string {
  return `${words.slice(0, 1).toLocaleUpperCase()}${words.slice(1)}`;
}

/** To the quarter of a minute, so that the cells add up. */
function sayMinutes(asked: readonly Asked[], language: Language): string {
  return writingMinutes(asked).toLocaleString(kitWords[language].locale);
}

/** Proposed answers of a document share a line: they are read there. */
function sayQuestions(asked: readonly Asked[], number: number, language: Language): string[] {
  const { say } = texts[language];
  const proposed = asked.filter(({ kind }) => kind === 'confirm').map(({ about }) => about);
  const others = asked
    .filter(({ kind }) => kind !== 'confirm')
    .map(({ about, asks, kind, count }) => {
      const what = kind === 'tick' || kind === 'box' ? say.boxes(count) : asks;
      return `${about === '' ? '' : `${about} – `}${what} (${number})`;
    });
  return [...others, ...(proposed.length === 0 ? [] : [`${say.confirm(proposed)} (${number})`])];
}
