/** Keyword groups: what a scenario looks for in a text, whatever the spelling and the language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../../../scenarios/checks/check-scenario.ts';
import { scenarioFileNames, type ScenarioTexts } from '../../../../scenarios/checks/scenario-files.ts';
import { createKeywords, findKeywords } from '../../../../scenarios/evidence/keywords.ts';
import { textFeatures } from '../../../../scenarios/evidence/text-features.ts';
import { createVocabulary } from '../../../../scenarios/evidence/vocabulary.ts';
import { contentDirectory } from '../../../support/s02.ts';

const fr = { schedule: ['horaire', 'emploi du temps'], may: ['mai'] };
const en = { schedule: ['schedule'], may: ['may'] };
const keywords = createKeywords([fr, en]);

function found(text: string): string[] {
  return Object.entries(findKeywords(keywords, text)).flatMap(([name, is]) => (is ? [name] : []));
}

describe('keyword groups', () => {
  it.each([
    ['Horaire mai', ['schedule', 'may']],
    ['HORAIRE_MAI', ['schedule', 'may']],
    ['horaire-mai.pdf', ['schedule', 'may']],
    ['oraire mai', ['may']],
    ['horraire de mai', ['schedule', 'may']],
    ['HoraireMai', ['schedule', 'may']],
    ['horairemai2026', ['schedule', 'may']],
    ['mai2026 horaire', ['schedule', 'may']],
    ['horairemais', []],
    ['mon emploi du temps', ['schedule']],
    ['l’horaire', ['schedule']],
    ['emploi', []],
    ['May schedule', ['schedule', 'may']],
    ['le mois de maison', []],
    ['', []],
  ])('are found or not in « %s »', (text, groups) => {
    expect(found(text)).toEqual(groups);
  });

  it('are added to the features that every text has, typed or chosen', () => {
    const vocabulary = createVocabulary([{ keywords: fr }, { keywords: en }], { p1: ['may'] });
    const features = textFeatures(vocabulary, { phrases: ['p1'], typed: 'Horaire' });
    expect(features).toMatchObject({ yes: false, schedule: true, may: true });
  });
});

describe('the check of keyword groups', () => {
  const folder = 's02-inbox/v1';
  const codes = (frWords: string, enWords: string): string[] => {
    const texts = Object.fromEntries(
      scenarioFileNames.map((name) => [name, readFileSync(join(contentDirectory, folder, name), 'utf8')]),
    ) as Record<(typeof scenarioFileNames)[number], string>;
    const changed: ScenarioTexts = {
      ...texts,
      'evidence.fr.yaml': texts['evidence.fr.yaml'] + frWords,
      'evidence.en.yaml': texts['evidence.en.yaml'] + enWords,
    };
    const { errors, warnings } = checkScenario(folder, changed);
    return [...errors, ...warnings].map(({ code }) => code);
  };

  it('requires the same groups in both languages', () => {
    expect(codes('keywords: { warn: [hameçonnage] }\n', 'keywords: { warn: [phishing] }\n')).toEqual([]);
    expect(codes('keywords: { warn: [hameçonnage] }\n', '')).toEqual(['keywords.missing']);
  });

  it('refuses a group named like a feature that every text has', () => {
    expect(codes("keywords: { 'yes': [oui] }\n", '')).toContain('file.not-as-the-format');
  });
});
