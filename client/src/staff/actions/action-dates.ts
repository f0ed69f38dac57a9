import { formatMoment } from '../../i18n/dates.ts';

export function formatDate(atMs: number, timeZone: string): string {
  return formatMoment(atMs, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
}
