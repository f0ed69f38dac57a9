import { describe, expect, it } from 'vitest';
import { type Block, isFill, type Line, partsOf, questionsOf } from '../../../../server/adoption/blocks.ts';
import { type KitPart, makeDocuments } from '../../../../server/adoption/documents.ts';
import type { KitFacts } from '../../../../server/adoption/kit-facts.ts';
import { type DocumentKey, documentKeys } from '../../../../server/adoption/kit-words.ts';
import { dataMap } from '../../../../server/privacy/data-map.ts';
import { listTypographyFaults } from '../../../support/french-typography.ts';
import { halfKnown, muchKnown, nothingKnown } from '../../../support/kit-facts.ts';

const languages = ['fr', 'en'] as const;
const installations: readonly [string, KitFacts][] = [
  ['a new database', nothingKnown],
  ['a study that says everything', muchKnown],
  ['a study that says nothing beside another', halfKnown],
];

function documentOf(facts: KitFacts, language: 'fr' | 'en', key: DocumentKey): KitPart {
  const found = makeDocuments(facts, language).find((one) => one.key === key);
  if (found === undefined) throw new Error(`There is no document ${key}.`);
  return found;
}

function linesOf(block: Block): readonly Line[] {
  if (block.kind === 'heading') return [block.text];
  if (block.kind === 'text') return [block.line];
  if (block.kind === 'table') return [...block.heads, ...block.rows.flat()];
  return block.lines;
}

function textOf({ blocks }: KitPart): string {
  return blocks
    .flatMap(linesOf)
    .map((line) =>
      partsOf(line)
        .map((part) => (isFill(part) ? part.fill : part))
        .join(''),
    )
    .join('\n');
}

/** What must be alike in both languages. */
function shapeOf(block: Block): unknown {
  const parts = (line: Line): string[] =>
    partsOf(line).map((part) => (isFill(part) ? `${part.who} ${part.minutes}` : 'text'));
  if (block.kind === 'heading') return [block.kind, block.level];
  if (block.kind === 'text') return [block.kind, parts(block.line)];
  if (block.kind === 'table')
    return [block.kind, block.widths, block.heads.length, block.rows.map((row) => row.map(parts))];
  return [block.kind, block.lines.map(parts)];
}

describe.each(installations)('the kit of %s', (_name, facts) => {
  it('has ten documents with the same parts in both languages', () => {
    const [french, english] = languages.map((language) => makeDocuments(facts, language));
    expect(french?.map(({ key }) => key)).toEqual(documentKeys);
    expect(french?.map(({ blocks }) => blocks.map(shapeOf))).toEqual(
      english?.map(({ blocks }) => blocks.map(shapeOf)),
    );
  });

  it('has as many cells in each row as its table has columns', () => {
    for (const { key, blocks } of languages.flatMap((language) => makeDocuments(facts, language))) {
      for (const block of blocks) {
        if (block.kind !== 'table') continue;
        const counts = new Set([block.widths, block.heads, ...block.rows].map(({ length }) => length));
        expect(counts.size, `${key}: ${block.heads.join(', ')}`).toBe(1);
      }
    }
  });

  it('keeps the typography of Québec', () => {
    const faults = makeDocuments(facts, 'fr').flatMap((part) => listTypographyFaults(textOf(part)));
    expect(faults).toEqual([]);
  });

  it('leaves the organisation an hour of answers at most', () => {
    const minutes = makeDocuments(facts, 'fr')
      .flatMap(({ blocks }) => questionsOf(blocks))
      .filter(({ who }) => who !== 'research')
      .reduce((sum, one) => sum + one.minutes, 0);
    expect(minutes).toBeGreaterThan(20);
    expect(minutes).toBeLessThanOrEqual(60);
  });
});

describe('the impact assessment', () => {
  it('says what the study says, and marks what nobody said', () => {
    expect(textOf(documentOf(muchKnown, 'fr', 'impact'))).toContain('Marie Exemple, directrice');
    expect(textOf(documentOf(muchKnown, 'en', 'impact'))).toContain('vie.privee@coop.example');
    const asked = (facts: KitFacts): string[] =>
      questionsOf(documentOf(facts, 'en', 'impact').blocks).map(({ about }) => about);
    expect(asked(nothingKnown)).toEqual(expect.arrayContaining(['Organization', 'Complaint']));
    expect(asked(muchKnown)).not.toContain('Organization');
    expect(asked(muchKnown)).toContain('Law that applies');
  });
});

describe('the list of places', () => {
  it('has each address of the settings, and asks where each is', () => {
    const { blocks } = documentOf(halfKnown, 'fr', 'places');
    const text = textOf(documentOf(halfKnown, 'fr', 'places'));
    for (const host of [
      'numplus.coop.example',
      'base.coop.example',
      'moodle.coop.example',
      'lrs.coop.example',
      'lrs.universite.example',
      'alertes.example',
    ])
      expect(text).toContain(host);
    const where = questionsOf(blocks).filter(({ fill }) => fill === 'ville, province, pays');
    expect(where).toHaveLength(6);
  });

  it('asks to name a store that the notice does not name', () => {
    const asked = (facts: KitFacts): string[] =>
      questionsOf(documentOf(facts, 'fr', 'places').blocks).map(({ about }) => about);
    expect(asked(halfKnown)).toContain('Étude «\u00a0default\u00a0»');
    expect(asked(muchKnown)).not.toContain('Étude «\u00a0LINC\u00a0»');
  });
});

describe('the notices', () => {
  it('have each sentence that people read, with its version', () => {
    for (const language of languages) {
      const text = textOf(documentOf(muchKnown, language, 'notices'));
      const [linc] = muchKnown.studies;
      const sentences = linc?.notice.sections[language].flatMap((section) => section.sentences) ?? [];
      for (const sentence of [
        ...sentences,
        ...(linc?.question?.research[language] ?? []),
        ...(linc?.question?.future?.[language] ?? []),
        linc?.notice.version ?? '',
        linc?.question?.version ?? '',
      ])
        expect(text).toContain(sentence);
    }
  });
});

describe('the data map', () => {
  it('has each field that the program knows', () => {
    const text = textOf(documentOf(nothingKnown, 'fr', 'dataMap'));
    const missing = dataMap
      .flatMap(({ groups }) => groups)
      .flatMap(({ points }) => Object.keys(points))
      .filter((field) => !text.includes(`\`${field}\``));
    expect(missing).toEqual([]);
  });
});

describe('the retention calendar', () => {
  it('has each table that holds something about a person', () => {
    const text = textOf(documentOf(muchKnown, 'en', 'retention'));
    const personal = dataMap
      .flatMap(({ groups }) => groups)
      .filter(({ points }) => Object.values(points).some(({ nature }) => nature !== 'technical'));
    expect(personal.filter(({ name }) => !text.includes(`\`${name}\``))).toEqual([]);
    expect(text).toContain('24 months');
    expect(text).toContain('60 months, at the team');
  });
});

describe('the appendix for an ethics board', () => {
  it('keeps staff out of the question, and says so if no study does research', () => {
    expect(textOf(documentOf(muchKnown, 'fr', 'ethics'))).toContain(
      'Ne demandez pas si la personne a dit oui.',
    );
    expect(textOf(documentOf(muchKnown, 'en', 'ethics'))).toContain('The LINC team would like to use');
    expect(textOf(documentOf(nothingKnown, 'en', 'ethics'))).toContain('No study of this installation');
  });
});

describe('the first page', () => {
  it('gives each question to somebody, with what it is about', () => {
    const text = textOf(documentOf(muchKnown, 'en', 'first'));
    expect(text).toContain('person who runs the server');
    expect(text).toContain('Copies of the database – folder or service of the copies, and its place (10)');
    expect(text).toContain('more for the research team');
    expect(text).toContain('not legal advice');
  });
});
