import { describe, expect, it } from 'vitest';
import { isFill, type Line, partsOf } from '../../../../server/adoption/blocks.ts';
import { makeDocuments } from '../../../../server/adoption/documents.ts';
import { isRead } from '../../../../server/adoption/first-page.ts';
import type { KitFacts } from '../../../../server/adoption/kit-facts.ts';
import { linesOf, readingMinutes, roundSum, writingMinutes } from '../../../../server/adoption/minutes.ts';
import { type Question, questionsOf } from '../../../../server/adoption/questions.ts';
import { choose, fill, h1, p, ticks } from '../../../../server/adoption/blocks.ts';
import { documentOf, installations, languages, sayLine, textOf } from '../../../support/kit-documents.ts';
import { muchKnown, nothingKnown } from '../../../support/kit-facts.ts';

function questionsIn(facts: KitFacts, language: 'fr' | 'en'): Question[] {
  return makeDocuments(facts, language).flatMap(({ blocks }) => questionsOf(blocks));
}

describe('the time of a document', () => {
  it('is that of each kind of blank, and of 200 words a minute', () => {
    const blocks = [
      h1('Title'),
      p('Lead: ', fill('a name', 'charge')),
      p('Why: ', fill('the reasons', 'staff', 'sentences')),
      ticks('operator', 'One.', 'Two.', 'Three.', 'Four.'),
    ];
    expect(writingMinutes(questionsOf(blocks))).toBe(1 + 3 + 4 * 0.25);
    expect(readingMinutes(blocks)).toBeCloseTo(11 / 200);
    expect(questionsOf(blocks).map(({ about, asks }) => [about, asks])).toEqual([
      ['Lead', 'a name'],
      ['Why', 'the reasons'],
      ['Title', ''],
    ]);
  });
});

it('a choice costs a few words more if each of its options leaves words to write', () => {
  const minutes = (...options: readonly string[]): number =>
    writingMinutes(questionsOf([p('Who: ', choose('tick', 'charge', ...options))]));
  expect(minutes('Nobody', 'Somebody: …………')).toBe(0.5);
  expect(minutes('The director: …………', 'Somebody: …………')).toBe(0.5 + 1);
});

it.each([
  [0, 0],
  [47.5, 50],
  [50, 50],
  [50.25, 55],
])('a sum of %s minutes is stated as %s', (exact, said) => {
  expect(roundSum(exact)).toBe(said);
});

it('the first page states the minutes that are counted', () => {
  const one = (kind: Question['kind']): number =>
    writingMinutes([{ about: '', asks: '', who: 'charge', kind, count: 1 }]);
  const text = textOf(documentOf(nothingKnown, 'en', 'first'));
  for (const [kinds, said] of [
    [['tick', 'box'], `${one('tick') * 60} seconds for a box`],
    [['confirm', 'choice'], `${one('confirm') * 60} seconds to confirm or choose`],
    [['words', 'signature'], `${one('words')} minute for a few words or a signature`],
    [['sentences'], `${one('sentences')} minutes for sentences`],
    [['step'], `${one('step')} minutes for a step elsewhere`],
  ] as const) {
    expect(text).toContain(said);
    expect(new Set(kinds.map(one)).size).toBe(1);
  }
});

describe.each(installations)('the first page of %s', (_name, facts) => {
  it.each(languages)('says an hour of writing at most for play without research: %s', (language) => {
    const ours = questionsIn(facts, language).filter(({ who }) => who !== 'research');
    const writing = writingMinutes(ours);
    expect(writing).toBeGreaterThan(20);
    expect(writing).toBeLessThanOrEqual(60);
    const text = textOf(documentOf(facts, language, 'first'));
    const minutes = Math.ceil(writing / 5) * 5;
    expect(text).toContain(
      language === 'fr' ? `Écrire\u00a0: environ ${minutes} minutes` : `Writing: about ${minutes} minutes`,
    );
  });

  it.each(languages)('says the time of reading beside it, without what is only looked up: %s', (language) => {
    const parts = makeDocuments(facts, language);
    const [first, ...others] = parts;
    // The first page reads itself without its own tables of time.
    const read = others.filter(({ key }) => isRead(key, facts)).flatMap(({ blocks }) => blocks);
    const [, said = ''] =
      /(?:Lire\u00a0: environ|Reading: about) (\d+)/.exec(textOf(first ?? { blocks: [] })) ?? [];
    expect(Number(said)).toBeGreaterThanOrEqual(Math.ceil(readingMinutes(read)));
    expect(Number(said) % 5).toBe(0);
    expect(Number(said) - readingMinutes(read)).toBeLessThan(6 + 5);
  });

  it.each(languages)('gives the time of each of the eleven documents: %s', (language) => {
    const parts = makeDocuments(facts, language);
    const table = parts[0]?.blocks.find((block) => block.kind === 'table' && block.heads.length === 5);
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.map(([, title]) => title)).toEqual(parts.map(({ title }) => title));
    for (const row of rows)
      expect(row.slice(2).map(sayLine).join(' ')).toMatch(/^\d+ (?:[\d,.]+|\([\d,.]+\)) (?:\d+|\(\d+\))$/);
  });

  it.each(languages)(
    'gives minutes by document and by person that add up to the exact sum, and those of the team in parentheses: %s',
    (language) => {
      const { blocks } = documentOf(facts, language, 'first');
      const documents = blocks
        .filter((block) => block.kind === 'table')
        .find(({ heads }) => heads.length === 5);
      const people = blocks.flatMap((block) =>
        block.kind === 'heading' ? (/(\(?[\d,.]+\)?) min$/.exec(block.text)?.slice(1) ?? []) : [],
      );
      const sum = (cells: readonly string[]): number =>
        cells
          .filter((cell) => !cell.startsWith('('))
          .reduce((all, cell) => all + Number(cell.replace(',', '.')), 0);
      const writing = writingMinutes(questionsIn(facts, language).filter(({ who }) => who !== 'research'));
      const team = writingMinutes(questionsIn(facts, language).filter(({ who }) => who === 'research'));
      expect(sum(documents?.rows.map((row) => sayLine(row[3])) ?? [])).toBe(writing);
      expect(sum(people)).toBe(writing);
      const aside = people.filter((cell) => cell.startsWith('('));
      expect(aside.map((cell) => Number(cell.slice(1, -1).replace(',', '.')))).toEqual(
        team === 0 ? [] : [team],
      );
    },
  );

  it.each(languages)('asks nothing twice: %s', (language) => {
    const asked = questionsIn(facts, language).map(({ about, asks }) => `${about}: ${asks}`);
    expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
  });

  it.each(languages)('leads to no answer without saying what it is about: %s', (language) => {
    const unnamed = questionsIn(facts, language).filter(
      ({ about, kind }) => about === '' && (kind === 'confirm' || kind === 'box' || kind === 'tick'),
    );
    expect(unnamed.map(({ asks }) => asks)).toEqual([]);
  });
});

describe('the first page', () => {
  it('tells a kit without research to leave what is for a research team', () => {
    for (const [language, aside] of [
      ['fr', 'Aucune étude ne fait de recherche\u00a0: laissez le document 9'],
      ['en', 'No study does research: leave document 9'],
    ] as const) {
      expect(textOf(documentOf(nothingKnown, language, 'first'))).toContain(aside);
      expect(textOf(documentOf(muchKnown, language, 'first'))).not.toContain(aside);
    }
  });

  it('asks once what the other documents refer to', () => {
    const about = (facts: KitFacts): string[] =>
      questionsOf(documentOf(facts, 'en', 'first').blocks).map((one) => one.about);
    expect(about(nothingKnown)).toEqual([
      'Organization',
      'Québec enterprise number (NEQ)',
      'Law that applies',
      'Person in charge of personal information',
      'Contact for questions and complaints',
      'Person who runs the server',
      'Director of the service',
      'Planned start',
      'Next review of the assessment',
    ]);
    expect(about(muchKnown)).not.toContain('Organization');
    expect(textOf(documentOf(nothingKnown, 'fr', 'impact'))).toContain('voir le document 1');
  });

  it('says the time of a research team only if a study does research', () => {
    expect(textOf(documentOf(muchKnown, 'fr', 'first'))).toContain('L’équipe de recherche écrit environ');
    expect(textOf(documentOf(nothingKnown, 'fr', 'first'))).not.toContain(
      'L’équipe de recherche écrit environ',
    );
  });

  it('gives each question to somebody, with what it is about', () => {
    const text = textOf(documentOf(muchKnown, 'en', 'first'));
    expect(text).toContain('\nPerson who runs the server: ');
    expect(text).toContain('Backups of the database – folder or service of the backups (10)');
    expect(text).toContain('What is up to the organization – 8 boxes to tick (2)');
    expect(text).toContain('8. Risks – 10 boxes to tick (2)');
    expect(text).toContain('; Access; Identity check; ');
    expect(text).toContain('The research team writes for about');
    expect(text).toContain('not legal advice');
  });
});

it.each(languages)('a confirmation proposes an answer that is a sentence: %s', (language) => {
  const lines: Line[] = makeDocuments(muchKnown, language).flatMap(({ blocks }) => blocks.flatMap(linesOf));
  const proposed = lines
    .flatMap(partsOf)
    .filter(isFill)
    .filter(({ kind }) => kind === 'confirm');
  expect(proposed.length).toBeGreaterThan(15);
  expect(
    proposed.filter(({ fill: answer }) => !/[.\w]$/.test(answer)).map(({ fill: answer }) => answer),
  ).toEqual([]);
});
