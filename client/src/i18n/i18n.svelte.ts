/**
 * The texts of the client. A catalogue is a plain object with the French texts as the source of keys; English is
 * typed after it, so that a missing text is a type error. Code of an app brings its own catalogue with it.
 */
export type Language = 'fr' | 'en';

export type Params = Readonly<Record<string, string | number>>;

class Locale {
  /** The language of everything shown; the learner's choice wins over the launch's. */
  current = $state<Language>('fr');
}

export const locale = new Locale();

/**
 * Makes the translator of one catalogue pair: `t('key', { name })` answers the text in the present language with
 * `{name}` filled in. Reading it inside a component makes the component follow the language.
 */
export function createTranslator<Key extends string>(
  fr: Readonly<Record<Key, string>>,
  en: Readonly<Record<Key, string>>,
): (key: Key, params?: Params) => string {
  return (key, params = {}) => {
    const text = (locale.current === 'fr' ? fr : en)[key];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}
