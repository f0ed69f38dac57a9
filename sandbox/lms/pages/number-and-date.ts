import type { Language } from './texts.ts';

const TAGS: Readonly<Record<Language, string>> = { fr: 'fr-CA', en: 'en-CA' };

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: 2 }).format(value);
}

export function formatTime(iso: string, language: Language): string {
  const format = new Intl.DateTimeFormat(TAGS[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'America/Toronto',
  });
  return format.format(new Date(iso));
}
