import { afterEach, expect, it } from 'vitest';
import { formatMoment } from '../../../client/src/i18n/dates.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { t } from '../../../client/src/staff/kit/teach-texts.ts';
import { formatDate } from '../../../client/src/staff/review/review-words.ts';
import { formatDay, formatTime } from '../../../client/src/staff/teach/teach-dates.ts';

const early = Date.UTC(2026, 10, 1, 9, 5);
const zone = 'America/Montreal';
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

afterEach(() => {
  locale.current = 'fr';
});

it('a French date has no zero before the hour, and 1er for the first of the month', () => {
  expect(plain(formatTime(early, zone))).toBe('4 h 05');
  expect(plain(formatTime(Date.UTC(2026, 10, 1, 4, 0), zone))).toBe('0 h 00');
  expect(plain(formatTime(Date.UTC(2026, 10, 1, 19, 30), zone))).toBe('14 h 30');
  expect(plain(formatDate(early, zone))).toBe('1er novembre 2026 à 4 h 05');
  expect(plain(formatDay(new Date(early).toISOString(), zone, early))).toBe('1er novembre à 4 h 05');
  expect(
    plain(formatMoment(Date.UTC(2026, 10, 11, 12), { day: 'numeric', month: 'long', timeZone: zone })),
  ).toBe('11 novembre');
});

it('an English date is as the browser formats it', () => {
  locale.current = 'en';
  expect(plain(formatTime(early, zone))).toBe('4:05 a.m.');
  expect(plain(formatDate(early, zone))).toMatch(/^November 1, 2026/);
});

it('a sentence that ends with a time has one period', () => {
  const say = (): string => plain(t('refresh.not', { time: formatTime(early, zone) }));
  expect(say()).toMatch(/l’état de 4 h 05\.$/);
  locale.current = 'en';
  expect(say()).toMatch(/stood at 4:05 a\.m\.$/);
  expect(plain(t('updated', { time: formatTime(early, zone) }))).toBe('Updated at 4:05 a.m.');
});
