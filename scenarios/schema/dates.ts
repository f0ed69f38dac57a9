/** Dates made from the start of an attempt, so that no scene has one written out (law 13, ADR 26). */
import type { Language } from '../world/base.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/** A day of another year, such as a birthday; or a day some weeks before (negative) or after the game’s week. */
type DateRule =
  | { readonly years: number; readonly month: number; readonly day: number }
  | { readonly weeks: number; readonly on: (typeof weekdays)[number] };

export type DateRules = Readonly<Record<string, DateRule>>;

const dayMs = 86_400_000;

/** Eastern Standard Time all year: the day must not depend on where or when it is asked for. */
const offsetMs = -5 * 3_600_000;

/** For checks, and for titles, which hold no dates. */
export const sampleStart = Date.UTC(2026, 10, 25, 17);

const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const say = {
  fr: (day: number, month: string) => `${day === 1 ? '1er' : day} ${month}`,
  en: (day: number, month: string) => `${month} ${day}`,
};

/**
 * The Monday of the start’s week, or the next one if the week spans two years.
 * @param startedAt milliseconds since 1970
 * @returns days since 1970
 */
export function mondayOf(startedAt: number): number {
  const day = Math.floor((startedAt + offsetMs) / dayMs);
  // 1970 began on a Thursday.
  const monday = day - ((day + 3) % 7);
  return partsOf(monday).year === partsOf(monday + 4).year ? monday : monday + 7;
}

/** `{year}`, `{lastYear}`, and each date as `1992-03-14`: the same in every language. */
export function plainDates(monday: number, rules: DateRules = {}): Readonly<Record<string, string>> {
  const { year } = partsOf(monday);
  const days = Object.entries(daysFrom(monday, rules)).map(
    ([name, day]) => [name, new Date(day * dayMs).toISOString().slice(0, 10)] as const,
  );
  return { year: String(year), lastYear: String(year - 1), ...Object.fromEntries(days) };
}

/** `{birthInWords}`: « 14 mars 1992 », “March 14, 1992”. `{birthDay}`: « 14 mars », “March 14”. */
export function datesInWords(
  language: Language,
  monday: number,
  rules: DateRules = {},
): Readonly<Record<string, string>> {
  const words = Object.entries(daysFrom(monday, rules)).flatMap(([name, each]) => {
    const { year, month, day } = partsOf(each);
    const said = say[language](day, months[language][month] ?? '');
    return [
      [`${name}InWords`, language === 'fr' ? `${said} ${year}` : `${said}, ${year}`] as const,
      [`${name}Day`, said] as const,
    ];
  });
  return Object.fromEntries(words);
}

/** Days since 1970, by name. */
function daysFrom(monday: number, rules: DateRules): Readonly<Record<string, number>> {
  const week = weekdays.map((name, index) => [name, monday + index] as const);
  const named = Object.entries(rules).map(([name, rule]) => [name, dayOf(monday, rule)] as const);
  return Object.fromEntries([...week, ...named]);
}

function dayOf(monday: number, rule: DateRule): number {
  if ('weeks' in rule) return monday + rule.weeks * 7 + weekdays.indexOf(rule.on);
  return Date.UTC(partsOf(monday).year + rule.years, rule.month - 1, rule.day) / dayMs;
}

/** `month` from 0. */
function partsOf(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}
