type Language = 'fr' | 'en';

interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** By the rules of the language: French has `one` for 0, 1 and 1.5, English for 1 alone. */
export function plural(language: Language, count: number, { one, other }: PluralForms): string {
  return new Intl.PluralRules(language).select(count) === 'one' ? one : other;
}

/** « 0 message », “0 messages” */
export function counted(language: Language, count: number, forms: PluralForms): string {
  return `${count} ${plural(language, count, forms)}`;
}
