/**
 * A catalogue is a plain object. The French one defines the keys and the English one is typed after it, so a
 * missing text is a type error. Each app brings its own catalogue.
 */
export type Language = 'fr' | 'en';

export type Params = Readonly<Record<string, string | number>>;

class Locale {
  /** The language shown; the learner's choice wins over the launch's. */
  current = $state<Language>('fr');
}

export const locale = new Locale();

/**
 * Makes `t('key', { name })`, which returns the text in the current language with `{name}` filled in. A
 * component that calls it follows the language.
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
