import type { Language } from '../../scenarios/world/base.ts';

const tags: Readonly<Record<Language, string>> = { fr: 'fr-CA', en: 'en-CA' };

/** « le 3 mars 2026 » without the article; OQLF writes « 1er » for the first of a month. */
export function dayOf(language: Language, timeZone: string, at: number): string {
  return write(language, { dateStyle: 'long', timeZone }, at);
}

/** « 3 mars 2026 à 9 h 05 », “March 3, 2026, 9:05 a.m.” */
export function momentOf(language: Language, timeZone: string, at: number): string {
  const between = language === 'fr' ? ' à ' : ', ';
  return `${dayOf(language, timeZone, at)}${between}${write(language, { timeStyle: 'short', timeZone }, at)}`;
}

function write(language: Language, options: Intl.DateTimeFormatOptions, at: number): string {
  const parts = new Intl.DateTimeFormat(tags[language], options).formatToParts(at);
  if (language === 'en') return parts.map(({ value }) => value).join('');
  return parts.map(({ type, value }) => inFrench(type, value)).join('');
}

/** OQLF keeps « 9 h 05 » on one line. */
function inFrench(type: Intl.DateTimeFormatPartTypes, value: string): string {
  if (type === 'literal' && value.includes('h')) return value.replaceAll(/\s/g, '\u00a0');
  if (type === 'hour') return String(Number(value));
  return type === 'day' && value === '1' ? '1er' : value;
}
