/** Lists of resources: what is refused, with which line, and the starter set. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkResources } from '../../../../scenarios/checks/check-resources.ts';
import { resourcesFor } from '../../../../scenarios/schema/resources.ts';
import { contentDirectory } from '../../../support/s02.ts';

const starter = readFileSync(join(contentDirectory, 'resources.yaml'), 'utf8');
const nbsp = '\u00a0';

const sound = `formatVersion: 1
resources:
  - id: library
    dimension: INF
    levels: { from: 1, to: 2 }
    kind: place
    title: { fr: Votre bibliothèque, en: Your library }
    text: { fr: Demandez un atelier., en: Ask for a workshop. }
    place: { fr: Dans votre ville, en: In your town }
`;

function errorsIn(text: string): unknown[] {
  const { problems, resources } = checkResources('list.yaml', text);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(resources === null).toBe(errors.length > 0);
  return errors.map(({ line, code }) => [line, code]);
}

describe('the starter set', () => {
  it('is valid, and has something for every level and dimension', () => {
    expect(checkResources('resources.yaml', starter).problems).toEqual([]);
  });

  it('is filtered by dimension and level, and keeps its order', () => {
    const { resources } = checkResources('resources.yaml', starter);
    expect(resourcesFor(resources ?? [], 'SEC', 2).map(({ id }) => id)).toEqual([
      'sec-get-cyber-safe',
      'sec-library',
    ]);
    expect(resourcesFor(resources ?? [], 'SEC', 4).map(({ id }) => id)).toEqual(['sec-get-cyber-safe']);
  });

  it('has help with AI assistants for those who judge what they read, or write, well', () => {
    const { resources } = checkResources('resources.yaml', starter);
    const first = (['INF', 'PRO'] as const).map(
      (dimension) => resourcesFor(resources ?? [], dimension, 4)[0],
    );
    for (const { text } of first.flatMap((each) => each ?? [])) {
      expect([text.fr.includes('assistant'), text.en.includes('AI assistant')]).toEqual([true, true]);
    }
    expect(first).not.toContain(undefined);
  });
});

describe('a list of resources', () => {
  it('is accepted when valid, with a warning for a level or dimension without resources', () => {
    expect(errorsIn(sound)).toEqual([]);
    const { problems } = checkResources('list.yaml', sound);
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 22 }, () => 'resource.none-for'));
  });

  it.each([
    [
      'http:// in a link',
      'place: { fr: Dans',
      'link: { fr: http://a.example, en: https://a.example }\n    place: { fr: Dans',
      9,
    ],
    [
      'a script as a link',
      'place: { fr: Dans',
      'link: { fr: "javascript:alert(1)", en: https://a.example }\n    place: { fr: Dans',
      9,
    ],
    [
      'a password in a link',
      'place: { fr: Dans',
      'link: { fr: https://me:secret@a.example, en: https://a.example }\n    place: { fr: Dans',
      9,
    ],
    [
      'a link in one language only',
      'place: { fr: Dans',
      'link: { fr: https://a.example }\n    place: { fr: Dans',
      9,
    ],
    ['an unknown dimension', 'dimension: INF', 'dimension: ABC', 4],
    ['levels the wrong way round', 'from: 1, to: 2', 'from: 3, to: 2', 5],
    ['a level that is not there', 'from: 1, to: 2', 'from: 1, to: 5', 5],
    ['a missing language', ', en: Your library', '', 7],
    ['a line break in a text', 'Demandez un atelier.', '"Demandez\\nun atelier."', 8],
    ['a change of direction in a text', 'Demandez un atelier.', '"Demandez \\u202Eatelier."', 8],
    ['a space that nobody sees', 'Your library', '"Your\\u200B library"', 7],
    ['a key that nobody knows', 'kind: place', 'kind: place\n    price: free', 7],
  ])('is refused as a whole for %s, with the line', (_, from, to, line) => {
    expect(sound).toContain(from);
    expect(errorsIn(sound.replace(from, to))).toEqual([[line, 'file.not-as-the-format']]);
  });

  it.each([
    ['a word that judges', 'Demandez un atelier.', 'Corrigez vos erreurs.', 'text.judging-word'],
    ['typography of elsewhere', 'Demandez un atelier.', `"Demandez${nbsp}!"`, 'text.typesetting'],
    ['an English word in French', 'Demandez un atelier.', 'Écrivez un mail.', 'text.anglicism'],
  ])('is refused for %s', (_, from, to, code) => {
    expect(errorsIn(sound.replace(from, to))).toEqual([[8, code]]);
  });

  it('is refused when an id occurs twice, or a resource says nowhere to go', () => {
    const twice = `${sound}${sound.split('resources:\n')[1] ?? ''}`;
    expect(errorsIn(twice)).toEqual([[10, 'id.twice']]);
    const lost = sound.replace('    place: { fr: Dans votre ville, en: In your town }\n', '');
    expect(errorsIn(lost)).toEqual([[3, 'resource.no-way']]);
    expect(errorsIn(sound.replace('kind: place', 'kind: website'))).toEqual([[3, 'resource.no-way']]);
  });

  it('reports all findings, and the line that is not YAML', () => {
    const two = sound.replace('dimension: INF', 'dimension: ABC').replace('from: 1', 'from: 9');
    expect(errorsIn(two)).toEqual([
      [4, 'file.not-as-the-format'],
      [5, 'file.not-as-the-format'],
    ]);
    expect(errorsIn('resources: [')).toEqual([[1, 'file.not-yaml']]);
  });
});
