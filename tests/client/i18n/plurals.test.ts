/** Plural forms by the rules of each language, in every catalogue of the client. */
import { afterEach, describe, expect, it } from 'vitest';
import { createTranslator, type Language, locale } from '../../../client/src/i18n/i18n.svelte.ts';

type Catalogue = Readonly<Record<string, string>>;

const modules = import.meta.glob<Readonly<Record<string, Catalogue>>>('../../../client/src/**/*.{fr,en}.ts', {
  eager: true,
});
const catalogues = Object.keys(modules)
  .filter((path) => path.endsWith('.fr.ts'))
  .map((path) => {
    const read = (language: Language): Catalogue =>
      Object.assign(
        {},
        ...Object.values(modules[path.replace('.fr.ts', `.${language}.ts`)] ?? {}),
      ) as Catalogue;
    return { path: path.replace('../../../client/src/', ''), texts: { fr: read('fr'), en: read('en') } };
  });

const pluralKeys = ({ fr }: Readonly<Record<Language, Catalogue>>): string[] =>
  Object.keys(fr).flatMap((key) => (key.endsWith('.one') ? [key.slice(0, -'.one'.length)] : []));

/** Their number is never below 2: a limit of the scene, or of the report. */
const alwaysMany = ['problem.tabs', 'partial'];

afterEach(() => {
  locale.current = 'fr';
});

describe('a count', () => {
  const forms = { 'seen.one': '{count} message de {who}', 'seen.other': '{count} messages de {who}' };
  const english = { 'seen.one': '{count} message from {who}', 'seen.other': '{count} messages from {who}' };
  const t = createTranslator(forms, english);
  const say = (language: Language, count: number): string => {
    locale.current = language;
    return t.count('seen', count, { who: 'Nadia' });
  };

  it.each([
    [0, '0 message de Nadia'],
    [1, '1 message de Nadia'],
    [1.5, '1,5 message de Nadia'],
    [2, '2 messages de Nadia'],
    [12_345, '12\u00a0345 messages de Nadia'],
    [1_000_000, '1\u00a0000\u00a0000 messages de Nadia'],
  ])('of %d in French has the form of its language', (count, text) => {
    expect(say('fr', count)).toBe(text);
  });

  it.each([
    [0, '0 messages from Nadia'],
    [1, '1 message from Nadia'],
    [1.5, '1.5 messages from Nadia'],
    [2, '2 messages from Nadia'],
    [12_345, '12,345 messages from Nadia'],
  ])('of %d in English has the form of its language', (count, text) => {
    expect(say('en', count)).toBe(text);
  });

  it('is refused by the compiler if a form is missing, and a form cannot be chosen by hand', () => {
    const half = createTranslator({ 'seen.one': '{count} message' }, { 'seen.one': '{count} message' });
    // @ts-expect-error `seen.other` is missing
    expect(half.count('seen', 2)).toBe('seen.other');
    // @ts-expect-error only `count` picks a form
    expect(t('seen.one')).toBe(forms['seen.one']);
  });
});

describe.each(catalogues)('$path', ({ texts }) => {
  const keys = pluralKeys(texts);
  const t = createTranslator<`${string}.one` | `${string}.other`>(texts.fr, texts.en);

  it('has both plural forms of a text in both languages', () => {
    const missing = keys
      .flatMap((key) => [`${key}.one`, `${key}.other`])
      .filter((key) => !Object.hasOwn(texts.fr, key) || !Object.hasOwn(texts.en, key));
    expect(missing).toEqual([]);
  });

  it.each([
    ['fr', ['one', 'one', 'other']],
    ['en', ['other', 'one', 'other']],
  ] as const)('shows the right form in %s for 0, 1 and 2', (language, expected) => {
    locale.current = language;
    const wrong = keys.flatMap((key) =>
      expected.flatMap((form, count) => {
        const text = texts[language][`${key}.${form}`]?.replaceAll('{count}', String(count));
        return t.count(key, count) === text ? [] : [{ key, count, text: t.count(key, count) }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('names no number in a French text that 0 and 1 share', () => {
    expect(keys.filter((key) => /\b1\b/.test(texts.fr[`${key}.one`] ?? ''))).toEqual([]);
  });

  it('has plural forms if a noun follows the count', () => {
    const single = Object.entries(texts.fr).filter(
      ([key, text]) =>
        /\{count\}[ \u00a0](?!au plus)\p{L}/u.test(text) &&
        !/\.(?:one|other)$/.test(key) &&
        !alwaysMany.includes(key),
    );
    expect(single).toEqual([]);
  });
});
