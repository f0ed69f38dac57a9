/** What `scenario check` says about shared vocabularies, by file and line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkScenario, compileScenario } from '../../../../scenarios/checks/check-scenario.ts';
import { scenarioFileNames, type ScenarioTexts } from '../../../../scenarios/checks/scenario-files.ts';
import { checkVocabulary } from '../../../../scenarios/checks/vocabulary-files.ts';
import { deliveredFolder } from '../../../../server/content/delivered-folder.ts';
import { loadVocabularies } from '../../../../server/content/load-vocabularies.ts';

const folder = 's05-parcel/v1';
const { vocabularies, problems } = loadVocabularies(deliveredFolder);
const delivered = Object.fromEntries(
  scenarioFileNames.map((name) => [name, readFileSync(join(deliveredFolder, folder, name), 'utf8')]),
) as ScenarioTexts;

function codesWith(added: string): (string | number | null)[][] {
  const texts = { ...delivered, 'evidence.yaml': `${delivered['evidence.yaml'] ?? ''}\n${added}\n` };
  const { errors } = compileScenario(folder, texts, vocabularies);
  return errors.map(({ code, file, line }) => [code, file, line]);
}

/** With a definition that reads what a text says. */
function codesReading(name: string, added: string): string[] {
  const definition = `  - { name: toldIt, is: 'phone.sent.exists(m, "${name}" in m.features.says)' }`;
  const file = (delivered['evidence.yaml'] ?? '').replace(/^definitions:$/m, `definitions:\n${definition}`);
  const texts = { ...delivered, 'evidence.yaml': `${file}\n${added}\n` };
  return checkScenario(folder, texts, vocabularies).errors.map(({ code }) => code);
}

const lastLine = (delivered['evidence.yaml'] ?? '').split('\n').length + 1;

describe('shared vocabularies', () => {
  it('are delivered without a fault', () => {
    expect(problems).toEqual([]);
    expect([...vocabularies.keys()]).toContain('answer/v1');
  });

  it('may be named by a scenario', () => {
    expect(codesWith('vocabularies: [clauses/v1, warning/v1]')).toEqual([]);
  });

  it.each([
    ['vocabularies: [clauses/v1, warning/v9]', 'vocabulary.unknown'],
    ['vocabularies: [warning/v1]', 'vocabulary.without-clauses'],
    ['recognises: { day: thursday }', 'vocabulary.none'],
  ])('are checked: %s', (added, code) => {
    expect(codesWith(added)).toEqual([[code, `${folder}/evidence.yaml`, lastLine]]);
  });

  it('have keywords that are words: a value of the variant is not filled in', () => {
    const name = 'evidence.fr.yaml';
    const file = (delivered[name] ?? '').replace(/^keywords:$/m, "keywords:\n  bus: ['{time}']");
    const line = file.slice(0, file.indexOf("'{time}'")).split('\n').length;
    const { errors } = compileScenario(folder, { ...delivered, [name]: file }, vocabularies);
    expect(errors).toContainEqual(
      expect.objectContaining({ code: 'keywords.placeholder', file: `${folder}/${name}`, line }),
    );
  });

  it.each(['{nothing}', 'jeudi'])('need a day of the week to recognise, not %s', (day) => {
    const found = codesWith(`vocabularies: [clauses/v1, answer/v1]\nrecognises: { day: '${day}' }`);
    expect(new Set(found.map(([code]) => code))).toEqual(new Set(['recognises.unsound']));
  });

  it.each(['{nothing}', '7 h 42', '7:42', '24:00'])('need a time on the 24-hour clock, not %s', (time) => {
    const found = codesWith(`vocabularies: [clauses/v2, warning/v1]\nrecognises: { time: '${time}' }`);
    expect(new Set(found.map(([code]) => code))).toEqual(new Set(['recognises.no-clock-time']));
  });

  it('may name a time', () => {
    expect(codesWith("vocabularies: [clauses/v2, warning/v1]\nrecognises: { time: '07:42' }")).toEqual([]);
  });

  it.each(['sameTime', 'otherTime'])('must say which time it is when a rule reads %s', (name) => {
    const read = codesReading(name, 'vocabularies: [clauses/v2, warning/v1]');
    expect(read).toContain('rule.time-unnamed');
    const told = "vocabularies: [clauses/v2, warning/v1]\nrecognises: { time: '07:42' }";
    expect(codesReading(name, told)).not.toContain('rule.time-unnamed');
  });

  it.each([
    "besideAmount: '60', amountFor: warn, besideFor: warn",
    "amount: '20', besideAmount: '60', amountFor: warn",
    "amount: '20', besideAmount: '60', amountFor: warn, besideFor: nothing",
    "amount: '20', amountFor: warn, besideFor: warn",
  ])('need both amounts and known groups to tell two uses apart, not %s', (recognises) => {
    const found = codesWith(`vocabularies: [clauses/v1, warning/v1]\nrecognises: { ${recognises} }`);
    expect(new Set(found.map(([code]) => code))).toEqual(new Set(['recognises.uses']));
  });

  it('need the same groups in both languages', () => {
    const words = 'formatVersion: 1\ngroups: { warn: { says: scam } }\n';
    const texts = { 'corpus.fr.yaml': undefined, 'corpus.en.yaml': undefined };
    const found = checkVocabulary('vocabularies/x/v1', {
      ...texts,
      'words.fr.yaml': 'formatVersion: 1\n',
      'words.en.yaml': words,
    });
    expect(found.problems.map(({ code, file }) => [code, file])).toEqual([
      ['keywords.missing', 'vocabularies/x/v1/words.fr.yaml'],
    ]);
    expect(found.words).toBeNull();
  });
});
