import { locale } from './i18n.svelte.ts';

export function formatMoment(ms: number, options: Intl.DateTimeFormatOptions): string {
  if (locale.current === 'en') return new Intl.DateTimeFormat('en-CA', options).format(ms);
  const parts = new Intl.DateTimeFormat('fr-CA', options).formatToParts(ms);
  return parts.map(({ type, value }) => inFrench(type, value)).join('');
}

/** OQLF writes `4 h 05`, not `04 h 05`, and `1er` for the first of a month; browsers don't. */
function inFrench(type: Intl.DateTimeFormatPartTypes, value: string): string {
  if (type === 'hour') return String(Number(value));
  return type === 'day' && value === '1' ? '1er' : value;
}
