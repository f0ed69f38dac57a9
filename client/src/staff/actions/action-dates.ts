import { formatMoment } from '../../i18n/dates.ts';

/** @param atMs milliseconds since 1970 UTC */
export function formatDate(atMs: number, timeZone: string): string {
  return formatMoment(atMs, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
}
