/** The table of what the law asks of a notice says only what the notices say. */
import { describe, expect, it } from 'vitest';
import type { KitFacts, KitStudy } from '../../../../server/adoption/kit-facts.ts';
import { type DutyTexts, dutyRows } from '../../../../server/adoption/notice-duties.ts';
import { dutiesEn } from '../../../../server/adoption/texts/notice-duties.en.ts';
import { dutiesFr } from '../../../../server/adoption/texts/notice-duties.fr.ts';
import { noFacts, StudyFacts } from '../../../../server/contract/study-facts.ts';
import { noticeOf } from '../../../../server/studies/texts-of-study.ts';
import { sayLine } from '../../../support/kit-documents.ts';
import { halfKnown, muchKnown } from '../../../support/kit-facts.ts';

const both = [
  ['fr', dutiesFr],
  ['en', dutiesEn],
] as const;

function rowsOf({ studies }: Pick<KitFacts, 'studies'>, language: 'fr' | 'en', texts: DutyTexts): string[][] {
  return dutyRows(studies, language, texts).map((row) => row.map(sayLine));
}

function withNotice(change: (study: KitStudy) => KitStudy): Pick<KitFacts, 'studies'> {
  return { studies: muchKnown.studies.map(change) };
}

describe.each(both)('what the law asks of a notice, in %s', (language, texts) => {
  it('has lines that the notice of a study with all facts, inside or outside Québec, really holds', () => {
    const sentences = [true, false]
      .map((leavesQuebec) => ({ ...muchKnown.studies[0]?.facts, leavesQuebec }))
      .flatMap((facts) => noticeOf({ facts: StudyFacts.parse(facts), noticeVersion: 1 }).sections[language])
      .flatMap((section) => section.sentences);
    const missing = texts.duties
      .flatMap(({ lines }) => lines)
      .filter((line) => !sentences.some((sentence) => sentence.startsWith(line)));
    expect(missing).toEqual([]);
  });

  it('quotes each line under its title, and says that every study has it', () => {
    const all = rowsOf(muchKnown, language, texts);
    expect(all).toHaveLength(texts.duties.length);
    expect(new Set(all.map(([, , said]) => said))).toEqual(new Set([texts.say.everywhere]));
    const titles = muchKnown.studies[0]?.notice.sections[language].map(({ title }) => title) ?? [];
    for (const [, where = ''] of all)
      expect(where.split('\n').every((one) => titles.some((title) => one.endsWith(`(${title})`)))).toBe(true);
  });

  it('names the study whose notice lacks a fact, and nobody if there is no study', () => {
    const lacking = rowsOf(halfKnown, language, texts)
      .map(([, , said = '']) => said)
      .filter((said) => said !== texts.say.everywhere);
    expect(lacking).toEqual(Array(4).fill(texts.say.missing([null])));
    const none = rowsOf({ studies: [] }, language, texts).map(([, , said]) => said);
    expect(none.filter((said) => said === texts.say.missing(null))).toHaveLength(4);
  });

  it('says so if a sentence leaves the notice', () => {
    const without = withNotice((study) => ({
      ...study,
      notice: noticeOf({ facts: noFacts, noticeVersion: 1 }),
    }));
    const [first] = texts.duties;
    const cut = withNotice((study) => ({
      ...study,
      notice: {
        ...study.notice,
        sections: {
          fr: study.notice.sections.fr.slice(1),
          en: study.notice.sections.en.slice(1),
        },
      },
    }));
    expect(rowsOf(without, language, texts).map(([, , said]) => said)).toContain(texts.say.missing(['LINC']));
    const [row] = rowsOf(cut, language, texts);
    expect(row).toEqual([`${first?.asks} (${first?.section})`, '–', texts.say.missing(['LINC'])]);
  });

  it('leaves a notice that the organisation wrote to be checked', () => {
    const own = withNotice((study) => {
      const facts = StudyFacts.parse({
        ...study.facts,
        texts: { notice: { fr: ['Nos mots.'], en: ['Our words.'] } },
      });
      return { ...study, facts, notice: noticeOf({ facts, noticeVersion: 1 }) };
    });
    const said = new Set(rowsOf(own, language, texts).map(([, , one]) => one));
    expect(said).toEqual(new Set([texts.say.unchecked(['LINC'])]));
  });
});

it('both languages follow the same sections with as many lines', () => {
  const shape = ({ duties }: DutyTexts): unknown =>
    duties.map(({ section, lines, isEither }) => [
      section
        .replaceAll(/[^\d.\s]/g, '')
        .trim()
        .replaceAll(/\s+/g, ' '),
      lines.length,
      isEither,
    ]);
  expect(shape(dutiesFr)).toEqual(shape(dutiesEn));
});
