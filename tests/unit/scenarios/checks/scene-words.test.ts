/** What the newest scenes say, in words that are true for everybody and from one voice at a time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../../../sandbox/lms/people-and-courses.ts';
import { content, contentDirectory } from '../../../support/s02.ts';

type Texts = Readonly<Record<string, string>>;

interface WorldTexts {
  readonly texts: Texts;
  readonly variants?: Readonly<Record<string, Texts>>;
}

function fileOf(scenario: string, language: 'fr' | 'en'): WorldTexts {
  const { worldVersion } = content.currentVersions(scenario);
  const file = join(contentDirectory, scenario, `v${String(worldVersion)}`, `world.${language}.yaml`);
  return parse(readFileSync(file, 'utf8')) as WorldTexts;
}

const textsOf = (scenario: string, language: 'fr' | 'en'): Texts => fileOf(scenario, language).texts;

/** Lines « key: text » whose key and text match. */
function find(scenario: string, key: RegExp, words: RegExp): string[] {
  return Object.entries(textsOf(scenario, 'fr'))
    .filter(([name, text]) => key.test(name) && words.test(text.replace(/«.*?»/gu, '')))
    .map(([name, text]) => `${name}: ${text}`);
}

const scenarios = [...new Set(content.scenarios().map(({ scenario }) => scenario))];
const own = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

/** A deed that the ending would take for done, or praise. */
const claims = {
  fr: own('fait|faite|réussi|réussie|bravo|félicitations|tu as|vous avez|on ne les transfère pas'),
  en: own('done|well|great|congratulations|you have|you’ve|you did|we don’t forward them'),
};

describe.each(scenarios)('the words of %s', (scenario) => {
  it('end with what is true also for a person who did nothing', () => {
    for (const language of ['fr', 'en'] as const) {
      expect(textsOf(scenario, language).ending).not.toMatch(claims[language]);
    }
  });

  it('call no colleague as somebody who signs in at the demo', () => {
    const people = own(PEOPLE.map(({ givenName }) => givenName).join('|'));
    for (const language of ['fr', 'en'] as const) {
      expect(JSON.stringify(fileOf(scenario, language))).not.toMatch(people);
    }
  });

  it('say « tu » where the cast speaks, and « vous » where a page or a site does', () => {
    const cast = /^(?:introduction|goal|help)\.|^ending$|^form\.(?:note|card)\./;
    const page = /^(?:web|form\.(?:result|file|search|s\d+))\./;
    expect(find(scenario, cast, own('vous|votre|vos'))).toEqual([]);
    expect(find(scenario, page, own('tu|toi|te|ton|ta|tes|t’\\p{L}+'))).toEqual([]);
  });
});

describe('the words of the welcome', () => {
  it('say « du pâté chinois » when it is there for lunch', () => {
    const { texts, variants = {} } = fileOf('s00-welcome', 'fr');
    expect(texts['practice.open.body']).toContain('il y a {dish}');
    for (const { dish } of Object.values(variants)) expect(dish).toMatch(/^(?:du|de la|de l’|des) /);
  });
});
