import { describe, expect, it } from 'vitest';
import { checkWriting, sentencesOf, wordCount } from '../../../../scenarios/checks/writing-rules.ts';
import { noFacts } from '../../../../server/contract/study-facts.ts';
import { noticeOf, questionOf } from '../../../../server/studies/texts-of-study.ts';
import { sampleFacts } from '../../../contract/storage/study-texts.ts';

const told = { facts: sampleFacts, noticeVersion: 2, researchVersion: 3, isClosed: false };
const own = { fr: ['Notre avis.'], en: ['Our notice.'] };

function everySentence(facts: typeof sampleFacts): ['fr' | 'en', string][] {
  const notice = noticeOf({ facts, noticeVersion: 0 });
  const question = questionOf({ facts, researchVersion: 0, isClosed: false });
  return (['fr', 'en'] as const).flatMap((language) =>
    [
      ...notice.sections[language].flatMap(({ title, sentences }) => [title, ...sentences]),
      ...(question?.research[language] ?? []),
      ...(question?.future?.[language] ?? []),
    ].map((text): ['fr' | 'en', string] => [language, text]),
  );
}

describe('our sentences for a study', () => {
  it('have at most 12 words, and follow the rules of our writing', () => {
    const all = [...everySentence(sampleFacts), ...everySentence(noFacts)];
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap(([, text]) => sentencesOf(text)).filter((one) => wordCount(one) > 12)).toEqual([]);
    expect(all.flatMap(([language, text]) => checkWriting(language, text, true))).toEqual([]);
  });

  it('say the same number of things in both languages', () => {
    const { sections } = noticeOf(told);
    const shape = (language: 'fr' | 'en'): number[] => sections[language].map((one) => one.sentences.length);
    expect(shape('fr')).toEqual(shape('en'));
    const question = questionOf(told);
    expect(question?.research.fr.length).toBe(question?.research.en.length);
    expect(question?.future?.fr.length).toBe(question?.future?.en.length);
  });

  it('name the organisation, the time, who receives a copy and whom to ask', () => {
    const fr = noticeOf(told).sections.fr.flatMap(({ sentences }) => sentences);
    expect(fr).toEqual(
      expect.arrayContaining([
        'Organisme\u00a0: la Coop Emploi.',
        'Vos données sont gardées 24 mois après le dernier geste.',
        'Un changement à votre essai compte aussi.',
        'Ensuite, le jeu efface vos données.',
        'Reçoit aussi une copie\u00a0: l’Université Exemple.',
        'Pour vos questions\u00a0: vie.privee@coop.example',
      ]),
    );
  });

  it('say whether data leave Québec, or that people can ask', () => {
    const said = (leavesQuebec: boolean | null): string[] => {
      const { sections } = noticeOf({ facts: { ...noFacts, leavesQuebec }, noticeVersion: 1 });
      return (['fr', 'en'] as const).flatMap((language) =>
        sections[language].flatMap(({ sentences }) => sentences.filter((text) => text.includes('Québec'))),
      );
    };
    expect(said(null)).toEqual([
      'Demandez à votre organisme si vos données sortent du Québec.',
      'Ask your organization if your data leave Québec.',
    ]);
    expect(said(true)).toEqual(['Vos données peuvent sortir du Québec.', 'Your data may leave Québec.']);
    expect(said(false)).toEqual(['Vos données restent au Québec.', 'Your data stay in Québec.']);
  });

  it('ends a name that has a period with one', () => {
    const facts = { ...noFacts, organisation: { fr: 'Nova inc.', en: 'Nova inc.' } };
    const { sections } = noticeOf({ facts, noticeVersion: 1 });
    expect(JSON.stringify(sections)).toContain('Nova inc."');
  });

  it('lead to « Mes données », and say what stays after an erasure', () => {
    const [fr, en] = [noticeOf(told).sections.fr, noticeOf(told).sections.en];
    expect(fr.at(-1)?.sentences).toEqual(
      expect.arrayContaining([
        'Ouvrez «\u00a0Confort\u00a0», puis «\u00a0Mes données\u00a0».',
        'Vous pouvez en prendre une copie ou tout effacer.',
        'Une note déjà envoyée reste dans votre cours.',
      ]),
    );
    expect(en.at(-1)?.sentences).toContain('Open “Comfort”, then “My data”.');
  });

  it('give way to the organisation’s own', () => {
    const facts = { ...sampleFacts, texts: { notice: own, research: own, future: null } };
    expect(noticeOf({ ...told, facts }).sections.fr).toEqual([{ title: 'L’avis', sentences: own.fr }]);
    expect(questionOf({ ...told, facts })?.research).toEqual(own);
  });

  it('carry the edition and the version of the study', () => {
    expect(noticeOf(told).version).toBe('5.2');
    expect(questionOf(told)?.version).toBe('3.3');
  });

  it('say that research files have settings, aids and how the device is used', () => {
    const question = questionOf(told);
    expect(question?.research.fr).toContain(
      'Vos réglages, vos aides et votre façon d’utiliser l’appareil aussi.',
    );
    expect(question?.research.en).toContain('So would your settings, your aids and how you use your device.');
  });

  it('ask nothing without research, nor in a closed study', () => {
    expect(questionOf({ ...told, facts: noFacts })).toBeNull();
    expect(questionOf({ ...told, isClosed: true })).toBeNull();
    const research = sampleFacts.research && { ...sampleFacts.research, future: false };
    expect(questionOf({ ...told, facts: { ...sampleFacts, research } })?.future).toBeNull();
  });
});
