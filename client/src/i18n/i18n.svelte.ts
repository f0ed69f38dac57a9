/** English catalogues are typed after the French ones, so a missing text is a type error. */
export type Language = 'fr' | 'en';

export type Params = Readonly<Record<string, string | number>>;

class Locale {
  /** The learner's choice wins over the launch's. */
  current = $state<Language>('fr');
}

export const locale = new Locale();

/** Makes `t('key', { name })`, which fills in `{name}`. A component that calls it follows the language. */
export function createTranslator<Key extends string>(
  fr: Readonly<Record<Key, string>>,
  en: Readonly<Record<Key, string>>,
): (key: Key, params?: Params) => string {
  return (key, params = {}) => {
    const text = (locale.current === 'fr' ? fr : en)[key];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}
