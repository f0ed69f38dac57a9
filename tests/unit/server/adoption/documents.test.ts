import { describe, expect, it } from 'vitest';
import { backgroundEn } from '../../../../client/src/i18n/catalogues/background.en.ts';
import { backgroundFr } from '../../../../client/src/i18n/catalogues/background.fr.ts';
import { shellEn } from '../../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../../client/src/i18n/catalogues/shell.fr.ts';
import { noticePoints } from '../../../../client/src/i18n/notice-points.ts';
import { type Block, isFill, type Line, partsOf } from '../../../../server/adoption/blocks.ts';
import { makeDocuments } from '../../../../server/adoption/documents.ts';
import type { KitFacts } from '../../../../server/adoption/kit-facts.ts';
import { documentKeys } from '../../../../server/adoption/kit-words.ts';
import { linesOf } from '../../../../server/adoption/minutes.ts';
import { questionsOf } from '../../../../server/adoption/questions.ts';
import { tablesApart } from '../../../../server/adoption/retention-rows.ts';
import { dataMap } from '../../../../server/privacy/data-map.ts';
import {
  backgroundIntroduction,
  backgroundQuestions,
} from '../../../../server/studies/background-questions.ts';
import { listTypographyFaults } from '../../../support/french-typography.ts';
import { documentOf, installations, languages, sayLine, textOf } from '../../../support/kit-documents.ts';
import { halfKnown, muchKnown, nothingKnown } from '../../../support/kit-facts.ts';

/** What must be alike in both languages. */
function shapeOf(block: Block): unknown {
  const parts = (line: Line): string[] =>
    partsOf(line).map((part) =>
      isFill(part) ? [part.who, part.kind, part.options?.length ?? 0].join(' ') : 'text',
    );
  if (block.kind === 'heading') return [block.kind, block.level];
  if (block.kind === 'text') return [block.kind, parts(block.line)];
  if (block.kind === 'table')
    return [block.kind, block.widths, block.heads.length, block.rows.map((row) => row.map(parts))];
  if (block.kind === 'ticks') return [block.kind, block.who, block.lines.map(parts)];
  return [block.kind, block.lines.map(parts)];
}

describe.each(installations)('the kit of %s', (_name, facts) => {
  it('has eleven documents with the same parts in both languages', () => {
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
});

describe.each(languages)('a line in %s', (language) => {
  const lines = makeDocuments(halfKnown, language).flatMap(({ blocks }) => blocks.flatMap(linesOf));

  it('does not end between the sign of a section and its number', () => {
    expect(lines.map(sayLine).filter((line) => /\b(?:s|art)\. \d/i.test(line))).toEqual([]);
  });

  it('has no mark of code in what is to be written: a place to fill in shows it as it is', () => {
    const prompts = lines
      .flatMap(partsOf)
      .filter(isFill)
      .filter(({ kind }) => kind !== 'confirm' && kind !== 'box');
    expect(prompts.map(({ fill }) => fill).filter((fill) => fill.includes('`'))).toEqual([]);
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
    const where = questionsOf(blocks).filter(({ asks }) => asks === 'ville, province, pays');
    expect(where).toHaveLength(6);
    expect(where.map(({ about }) => about)).toContain('Équipe de recherche (étude «\u00a0LINC\u00a0»)');
  });

  it('names a host once in a sentence or a cell, also if several studies send there', () => {
    const twice = halfKnown.studies.map((one) => ({ ...one, stores: [...one.stores, ...one.stores] }));
    for (const key of ['impact', 'places'] as const) {
      const lines = documentOf({ ...halfKnown, studies: twice }, 'fr', key).blocks.flatMap(linesOf);
      expect(lines.map(sayLine).filter((one) => /(lrs\.\w+\.example).*\1/.test(one))).toEqual([]);
    }
  });

  it('asks once where a host is and by which agreement, unless somebody else answers for it', () => {
    const [basic, linc] = halfKnown.studies;
    if (basic === undefined || linc === undefined) throw new Error('There are two studies.');
    const facts = { ...halfKnown, studies: [basic, { ...linc, stores: [...basic.stores, ...linc.stores] }] };
    for (const key of ['places', 'contract'] as const) {
      const about = (known: KitFacts): string[] =>
        questionsOf(documentOf(known, 'fr', key).blocks).map((one) => one.about);
      expect(about(facts)).toEqual(about(halfKnown));
      expect(textOf(documentOf(facts, 'fr', key))).toContain('comme plus haut\u00a0: même adresse');
    }
  });

  it('asks to name a store that the notice does not name, and to confirm that named recipients include each store', () => {
    const asked = (facts: KitFacts): string =>
      questionsOf(documentOf(facts, 'fr', 'places').blocks)
        .map(({ asks }) => asks)
        .join('\n');
    expect(asked(halfKnown)).toContain('nommer dans le fichier de l’étude');
    expect(asked(muchKnown)).not.toContain('nommer dans le fichier de l’étude');
    expect(asked(muchKnown)).toContain('chaque magasin y est nommé');
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

  it.each([
    ['fr', shellFr, backgroundFr],
    ['en', shellEn, backgroundEn],
  ] as const)('have the summary before the game as its page shows it: %s', (language, shell, background) => {
    const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
    const text = plain(textOf(documentOf(nothingKnown, language, 'notices')));
    for (const { texts } of noticePoints) {
      expect(text).toContain(plain(texts.map((key) => shell[key]).join(' ')));
    }
    expect(textOf(documentOf(muchKnown, language, 'notices'))).toContain(background['background.decline']);
  });

  it.each(languages)('have the background questions word for word if the study asks them: %s', (language) => {
    const words = [
      ...backgroundIntroduction[language],
      ...backgroundQuestions.flatMap(({ text, choices }) => [
        text[language],
        ...choices.map((choice) => choice.text[language]),
      ]),
    ];
    const text = textOf(documentOf(muchKnown, language, 'notices'));
    expect(words.filter((one) => !text.includes(one))).toEqual([]);
    const silent = {
      ...muchKnown,
      studies: muchKnown.studies.map((one) => ({ ...one, asksBackground: false })),
    };
    expect(textOf(documentOf(silent, language, 'notices'))).not.toContain(words[0]);
  });

  it('ask the operator to write down what the notice does not name', () => {
    const asked = (facts: KitFacts): string[] =>
      questionsOf(documentOf(facts, 'en', 'notices').blocks).map(({ kind }) => kind);
    expect(asked(halfKnown)).toContain('step');
    expect(asked(muchKnown)).not.toContain('step');
    const studies = muchKnown.studies.map((one) => ({ ...one, facts: { ...one.facts, leavesQuebec: null } }));
    expect(asked({ ...muchKnown, studies })).toContain('step');
  });
});

describe('the data map', () => {
  it('has lists of names below its tables, where they have room', () => {
    const { blocks } = documentOf(nothingKnown, 'fr', 'dataMap');
    const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])).map(sayLine);
    expect(Math.max(...cells.map(({ length }) => length))).toBeLessThan(200);
    expect(textOf({ blocks })).toContain('Ce que `progress.scenes` contient\u00a0: `sceneId`, ');
  });

  it('has each field that the program knows', () => {
    const text = textOf(documentOf(nothingKnown, 'fr', 'dataMap'));
    const missing = dataMap
      .flatMap(({ groups }) => groups)
      .flatMap(({ points }) => Object.keys(points))
      .filter((field) => !text.includes(`\`${field}\``));
    expect(missing).toEqual([]);
  });

  it('says of which database a table is before it says what the table holds', () => {
    const text = textOf(documentOf(nothingKnown, 'en', 'dataMap'));
    expect(text).toContain('MongoDB only. Who stays erased');
    expect(text).not.toMatch(/\. (?:MongoDB|SQLite) only\./);
  });
});

describe('the assessment and the schedule', () => {
  it('say what an erasure leaves in the file of SQLite only if this installation has one', () => {
    for (const key of ['impact', 'retention'] as const) {
      for (const [language, said] of [
        ['fr', 'l’espace libre du fichier de la base'],
        ['en', 'unused space of the database file'],
      ] as const) {
        expect(textOf(documentOf(nothingKnown, language, key))).toContain(said);
        expect(textOf(documentOf(muchKnown, language, key))).not.toContain(said);
      }
    }
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

  it.each(languages)(
    'has a row for each table that an erasure leaves or that has its own period: %s',
    (language) => {
      const table = documentOf(muchKnown, language, 'retention').blocks.find(
        (block) =>
          block.kind === 'table' && block.rows.some(([what]) => sayLine(what).includes('`consents`')),
      );
      const rows = table?.kind === 'table' ? table.rows.map(([what]) => sayLine(what)) : [];
      for (const name of tablesApart)
        expect(rows.filter((what) => what.includes(`(\`${name}\`)`))).toHaveLength(1);
    },
  );

  it('says for how many months this installation keeps the audit log', () => {
    expect(textOf(documentOf(muchKnown, 'fr', 'retention'))).toContain('dure 84 mois ici');
    expect(textOf(documentOf(muchKnown, 'en', 'retention'))).toContain('lasts 84 months here');
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

describe('the sheet on automated decisions', () => {
  it('names the contact of each study, and that of document 1 for a study without one', () => {
    for (const language of languages) {
      expect(textOf(documentOf(halfKnown, language, 'automated'))).toContain('LINC\nvie.privee@coop.example');
    }
    expect(textOf(documentOf(halfKnown, 'fr', 'automated'))).toContain(
      'Étude de base\nvie.privee@coop.example',
    );
    expect(textOf(documentOf(nothingKnown, 'fr', 'automated'))).toContain(
      'toutes\ncourriel ou téléphone; voir le document 1',
    );
  });
});
