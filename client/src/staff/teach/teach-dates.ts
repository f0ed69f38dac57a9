/** In the organisation's time zone, without wrapping. */
import { formatMoment } from '../../i18n/dates.ts';
import { locale } from '../../i18n/i18n.svelte.ts';

export function formatTime(atMs: number, timeZone: string): string {
  return format(atMs, { timeStyle: 'short', timeZone });
}

/** The year only if it is another one. @param iso ISO 8601 */
export function formatDay(iso: string, timeZone: string, nowMs: number): string {
  const atMs = Date.parse(iso);
  const yearOf = (ms: number): string => format(ms, { year: 'numeric', timeZone });
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone };
  if (yearOf(atMs) !== yearOf(nowMs)) day.year = 'numeric';
  const parts = [format(atMs, day), formatTime(atMs, timeZone)];
  return parts.join(locale.current === 'fr' ? ' à\u00A0' : ' at\u00A0');
}

/** Lines wrap before `à 22 h 43`, not inside it or inside `24 novembre`. */
function format(ms: number, options: Intl.DateTimeFormatOptions): string {
  return formatMoment(ms, options).replaceAll(/\s/g, '\u00A0');
}
