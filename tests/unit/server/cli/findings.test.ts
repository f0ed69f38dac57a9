import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingValues } from '../../../../server/cli/words/finding-values.ts';
import { explainFinding } from '../../../../server/cli/words/law-findings.ts';
import { refusalsEn } from '../../../../server/cli/words/refusals.en.ts';
import { refusalsFr } from '../../../../server/cli/words/refusals.fr.ts';
import { edited, findingsIn } from '../../../support/law-scene.ts';
import { findingSentences } from '../../../../server/cli/words/scenario-findings.ts';

const root = resolve(import.meta.dirname, '../../../..');

function sourcesIn(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

/** Codes as the checks spell them, in calls or beside the rule that they are about. */
function codesIn(folder: string): string[] {
  const pattern = /(?:(?:report|problem)\([^;]*?|code: )'([a-z]+\.[a-z-]+)'/g;
  return sourcesIn(folder).flatMap((source) => [...source.matchAll(pattern)].map(([, code = '']) => code));
}

const codes = [...new Set(['scenarios/checks', 'scenarios/apps', 'scenarios/kit'].flatMap(codesIn))];

describe('a finding', () => {
  it('is a sentence in both languages, whatever its code', () => {
    expect(codes.length).toBeGreaterThan(40);
    const problem = { severity: 'error', file: '', line: null, params: {} } as const;
    for (const language of ['fr', 'en'] as const) {
      const bare = codes.filter((code) => explainFinding({ ...problem, code }, language).startsWith(code));
      expect([language, bare]).toEqual([language, []]);
    }
  });

  it('names the same things in both languages', () => {
    const namesOf = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    for (const [code, text] of Object.entries(findingSentences.fr)) {
      expect([code, ...namesOf(findingSentences.en[code] ?? '')]).toEqual([code, ...namesOf(text)]);
    }
    expect(Object.keys(findingSentences.en).sort()).toEqual(Object.keys(findingSentences.fr).sort());
  });

  it('fills in what was found', () => {
    const params = { key: 'goal.1', name: 'town', variant: 'v2' };
    const problem = { severity: 'error', file: 'a', line: 3, code: 'text.unfilled', params } as const;
    expect(explainFinding(problem, 'en')).toBe('In goal.1, “town” has no value for the variant v2.');
  });

  it.each([
    ['fr', { fault: 'missing', path: 'minutes', found: 'number' }, 'minutes manque. Il faut un nombre.'],
    ['en', { fault: 'other-kind', path: 'goal', found: 'array' }, 'goal needs a list.'],
    ['fr', { fault: 'not-a-choice', path: 'place', found: 'a, b' }, 'place est à choisir parmi\u00A0: a, b.'],
    ['en', { fault: 'other', path: 'id', found: 'too long' }, 'id does not have the expected form: too long'],
  ] as const)('says in %s what differs from the format', (language, params, says) => {
    const problem = {
      severity: 'error',
      file: 'a',
      line: 3,
      code: 'file.not-as-the-format',
      params,
    } as const;
    expect(explainFinding(problem, language)).toBe(says);
  });

  const e1 = `when: '"m2" in gone && !("m1" in gone)'`;

  it.each([
    [`when: '"m2" in gon'`, 'unknown-name', 'gon'],
    [`when: 'mail.sendt.size() > 0'`, 'unknown-part', 'sendt'],
    [`when: '"m2" in gone && ('`, 'unfinished', ''],
    [`when: 'size(mail.sent) = 0'`, 'unexpected', '='],
    [`when: 'size(mail.sent) == "a"'`, 'unlike-kinds', 'int == string'],
    [`when: 'many(mail.sent)'`, 'unknown-function', 'many(list<Message>)'],
    [`when: 'size(mail.sent)'`, 'no-condition', 'int'],
    [`when: 'mail.sent.exists(m, m.at)'`, 'no-condition', 'int'],
  ])('says in the reader’s language why a rule cannot be read: %s', (when, fault, found) => {
    const [problem] = findingsIn(edited([['evidence.yaml', e1, when]]));
    expect(problem).toMatchObject({ code: 'rule.unsound', params: { rule: 'e1', fault, found } });
    if (problem === undefined) return;
    const sentences = (['fr', 'en'] as const).map((language) => explainFinding(problem, language));
    expect(sentences.every((sentence) => sentence.startsWith('e1 ') && !/\{|undefined/.test(sentence))).toBe(
      true,
    );
    expect(new Set(sentences).size).toBe(2);
  });

  it.each([
    ['place: office', 'place: [office', /signe/],
    ['place: office', 'place: office\nplace: office', /même clé/],
    ['place: office', 'place: @office', /guillemets droits/],
    ['place: office', 'place: "o\\qffice"', /barre/],
    ['place: office', 'place: *office', /«\s\*\s»/],
    ['minutes: 2', 'minutes: 0', /minutes demande/],
    ['id: x02-two-warnings', 'id: X02', /minuscules sans accent/],
  ])('says in French what is wrong with the file if it has %s as %j', (from, to, says) => {
    const texts = edited([['world.yaml', from, to]]);
    const found = findingsIn(texts).map((problem) => explainFinding(problem, 'fr'));
    expect(found.join('\n')).toMatch(says);
  });

  it.each([
    [
      'world.en.yaml',
      '  goal.2: Write',
      '  goal.2.otherHours: Write',
      'texts.goal.2.otherHours does not have the expected form: a text key has small letters, digits and hyphens, joined by dots, such as browser.w2.hours.2',
      /une clé de texte a des minuscules sans accent, des chiffres et des traits d’union, joints par des points/,
    ],
    [
      'evidence.yaml',
      `text: rule.e1`,
      `text: rule.e1\n    corpora: [warning]`,
      'rules.0.corpora.0 does not have the expected form: a vocabulary or a corpus has a folder and a version, such as answer/v1',
      /un vocabulaire ou un corpus a un dossier et une version, comme answer\/v1/,
    ],
    [
      'world.en.yaml',
      'v1: { day:',
      'v1: { the-day:',
      'variants.v1.the-day does not have the expected form: a name has letters and digits and begins with a small letter',
      /un nom a des lettres sans accent et des chiffres/,
    ],
    [
      'routes.yaml',
      'goalsOnly: true',
      'earns: most',
      'routes.0.earns does not have the expected form: none of the forms allowed here fits',
      /aucune des formes permises ici ne convient/,
    ],
  ] as const)(
    'says in our own words what %s does not take when it has %s as %s',
    (file, from, to, en, fr) => {
      const [problem] = findingsIn(edited([[file, from, to]]));
      if (problem === undefined) throw new Error('no finding');
      expect(explainFinding(problem, 'en')).toBe(en);
      expect(explainFinding(problem, 'fr')).toMatch(fr);
    },
  );

  it('has French words for each sentence of the formats', () => {
    const files = ['kit', 'schema', 'apps', 'measurement'].flatMap((part) => sourcesIn(`scenarios/${part}`));
    const pattern = /(?:\.regex\(\s*\/.*\/u?,\s*|\.refine\(.*, |message: )'([^']+)'/g;
    const said = files.flatMap((source) => [...source.matchAll(pattern)].map(([, words = '']) => words));
    expect(said.length).toBeGreaterThan(8);
    expect(said.filter((words) => findingValues.fr[words] === undefined)).toEqual([]);
  });

  it('says in both languages why an action is refused, whatever the code', () => {
    const types = sourcesIn('scenarios/world').flatMap((source) =>
      [...source.matchAll(/type \w*Refusal =([^;]*);/g)].map(([, codes = '']) => codes),
    );
    const refused = types.flatMap((type) => [...type.matchAll(/'([^']+)'/g)].map(([, code = '']) => code));
    expect(refused.length).toBeGreaterThan(30);
    for (const words of [refusalsFr, refusalsEn]) expect(Object.keys(words).sort()).toEqual(refused.sort());
  });

  it('says in words why a play is refused and which rule of typesetting counts', () => {
    const refused = { play: 'a', action: 4, act: 'browser.open w3', refusal: 'world.not-on-screen' };
    const problem = { severity: 'error', file: 'a', line: 3 } as const;
    expect(explainFinding({ ...problem, code: 'play.refused', params: refused }, 'fr')).toBe(
      'Dans la partie a, le geste 4 (browser.open w3) est refusé\u00A0: l’écran ne l’offre pas à ce moment-là.',
    );
    const nobody = { ...refused, refusal: 'phone.no-conversation' };
    expect(explainFinding({ ...problem, code: 'law.play-refused', params: nobody }, 'en')).toMatch(
      /is refused: no conversation is open\.$/,
    );
    const rule = 'non-breaking space before the colon';
    expect(explainFinding({ ...problem, code: 'text.typesetting', params: { rule } }, 'fr')).toBe(
      'Typographie\u00A0: une espace insécable (\\_) avant le deux-points.',
    );
  });
});
