/** The rules for every catalogue of the client, wherever it is: `<name>.fr.ts` with `<name>.en.ts` beside it. */
import { describe, expect, it } from 'vitest';
import { checkWriting } from '../../../scenarios/checks/writing-rules.ts';

type Catalogue = Readonly<Record<string, string>>;

const modules = import.meta.glob<Readonly<Record<string, Catalogue>>>('../../../client/src/**/*.{fr,en}.ts', {
  eager: true,
});
const catalogues = Object.entries(modules).map(([path, exported]) => ({
  path: path.replace('../../../client/src/', ''),
  language: path.endsWith('.fr.ts') ? ('fr' as const) : ('en' as const),
  texts: Object.assign({}, ...Object.values(exported)) as Catalogue,
}));
const french = catalogues.filter(({ language }) => language === 'fr');
const english = catalogues.filter(({ language }) => language === 'en');

/** Beside these texts a cast member is seen, or is heard in them; they also wrote the card. In the pause nobody is. */
const castFiles = /(?:help|week|practice)\.fr\.ts$/;
const castKeys = /^(?:welcome|cast|continue|card)\./;
const familiar = /(?<!\p{L})(?:tu|te|toi|(?<!bon )ton|ta|tes|t’\p{L}+)(?!\p{L})/iu;
const notCanadian =
  /(?:organis|recognis|synchronis|realis|apologis)(?:e|ing|ation)|(?:behavi|col|fav|neighb)or|\bcenter/iu;

describe('the catalogues', () => {
  it('are found in every part of the client', () => {
    const folders = new Set(french.map(({ path }) => path.split('/')[0]));
    expect([...folders].sort()).toEqual(['apps', 'i18n']);
    expect(french.length).toBeGreaterThan(25);
  });

  it.each(catalogues)(
    '$path has short sentences, no judging words and the OQLF’s typography',
    ({ language, texts }) => {
      const findings = Object.entries(texts).flatMap(([key, text]) =>
        checkWriting(language, text, true).map((finding) => ({ key, ...finding })),
      );
      expect(findings).toEqual([]);
    },
  );

  it.each(french)('$path says « tu » only where the cast speaks', ({ path, texts }) => {
    const system = Object.entries(texts).filter(([key]) => !castFiles.test(path) && !castKeys.test(key));
    expect(system.filter(([, text]) => familiar.test(text))).toEqual([]);
  });

  it.each(english)('$path is in Canadian spelling', ({ texts }) => {
    expect(Object.values(texts).filter((text) => notCanadian.test(text))).toEqual([]);
  });

  it.each(french)('$path has the same keys and placeholders in both languages', ({ path, texts }) => {
    const english = catalogues.find((other) => other.path === path.replace('.fr.ts', '.en.ts'));
    const places = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
    const shape = (catalogue: Catalogue): Record<string, string> =>
      Object.fromEntries(
        Object.entries(catalogue).map(([key, text]) => [
          key,
          // English may spell out 1; the French form is for 0 too.
          places(key.endsWith('.one') ? text.replace('{count}', '') : text),
        ]),
      );
    expect(shape(english?.texts ?? {})).toEqual(shape(texts));
  });
});
