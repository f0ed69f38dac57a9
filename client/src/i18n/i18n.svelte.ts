/** English catalogues are typed after the French ones, so a missing text is a type error. */
export type Language = 'fr' | 'en';

type Params = Readonly<Record<string, string | number>>;

class Locale {
  /** The learner's choice wins over the launch's. */
  current = $state<Language>('fr');
}

export const locale = new Locale();

/** Keys with a text for each plural form: `<key>.one` and `<key>.other`. */
type PluralKey<Key extends string, All extends string = Key> = Key extends `${infer Base}.one`
  ? `${Base}.other` extends All
    ? Base
    : never
  : never;

/** Keys of texts without plural forms. */
export type PlainKey<Key extends string> = Exclude<Key, `${PluralKey<Key>}.${'one' | 'other'}`>;

export interface Translator<Key extends string> {
  (key: PlainKey<Key>, params?: Params): string;
  /** Picks the plural form and fills in `{count}` in the way of the language. */
  count: (key: PluralKey<Key>, count: number, params?: Params) => string;
}

type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** Made once: a new one for each text took a fiftieth of all presses. */
const numbers = {
  fr: { plural: new Intl.PluralRules('fr-CA'), format: new Intl.NumberFormat('fr-CA') },
  en: { plural: new Intl.PluralRules('en-CA'), format: new Intl.NumberFormat('en-CA') },
} as const satisfies Record<Language, unknown>;

/**
 * Makes `t('key', { name })`, which fills in `{name}`, and `t.count('key', 2)`. A component that calls them follows the
 * language.
 */
export function createTranslator<Key extends string>(fr: Texts<Key>, en: Texts<Key>): Translator<Key>;
export function createTranslator(fr: Texts<string>, en: Texts<string>): Translator<string> {
  const translate = (key: string, params: Params = {}): string => {
    const text = (locale.current === 'fr' ? fr : en)[key] ?? key;
    return text.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, period: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      // “at 1:05 a.m.” has its period already.
      return String(value).endsWith('.') ? String(value) : `${value}${period}`;
    });
  };
  const count = (key: string, number: number, params: Params = {}): string => {
    const { plural, format } = numbers[locale.current];
    // French has a third form, for millions: « 1 000 000 d’énoncés ». No text of ours needs it.
    const form = plural.select(number) === 'one' ? 'one' : 'other';
    return translate(`${key}.${form}`, { count: format.format(number), ...params });
  };
  return Object.assign(translate, { count });
}
