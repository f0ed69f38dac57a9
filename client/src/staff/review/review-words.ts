import type { SceneSummary, TimelineEntry } from '../../../../server/contract/review.ts';
import type { Words } from '../../../../server/contract/words.ts';
import { formatMoment } from '../../i18n/dates.ts';
import { locale } from '../../i18n/i18n.svelte.ts';
import { countWords, hasText, isCounted, type ReviewKey, t } from './review-texts.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** In the organisation's time zone. */
export function formatDate(ms: number, timeZone: string): string {
  return formatMoment(ms, { dateStyle: 'long', timeStyle: 'short', timeZone });
}

export function formatTime(ms: number, timeZone: string): string {
  return formatMoment(ms, { timeStyle: 'short', timeZone });
}

/** In whole minutes: more would be false precision. */
export function formatDuration(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  if (minutes < 1) return t('time.under');
  if (minutes < 60) return t('time.minutes', { minutes });
  return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

export function formatSince(ms: number): string {
  if (ms < minuteMs) return t('time.seconds', { seconds: Math.floor(ms / secondMs) });
  if (ms < hourMs) {
    const seconds = String(Math.floor((ms % minuteMs) / secondMs)).padStart(2, '0');
    return t('time.minutesSeconds', { minutes: Math.floor(ms / minuteMs), seconds });
  }
  if (ms < dayMs) {
    return t('time.hours', { hours: Math.floor(ms / hourMs), minutes: Math.floor((ms % hourMs) / minuteMs) });
  }
  return t('time.days', { days: Math.floor(ms / dayMs) });
}

export function sceneStanding({ status, activeMs }: SceneSummary): string {
  const ended = t(`scene.status.${status}`);
  return activeMs === null ? ended : `${ended} · ${formatDuration(activeMs)}`;
}

export function inWords(words: Words): string {
  return words[locale.current];
}

export function describeEntry(entry: TimelineEntry): string {
  const action = describeAction(entry);
  const features = entry.features.map((name) => `feature.${name}`).filter(hasText);
  const told =
    features.length === 0
      ? action
      : t('with.features', { action, features: features.map((feature) => t(feature)).join(', ') });
  return entry.refused ? t('timeline.refused', { action: told }) : told;
}

function describeAction({ what, names, words }: TimelineEntry): string {
  const key = `do.${what}`;
  const none = `${key}.none`;
  if (words === 0 && hasText(none)) return t(none);
  if (words !== null && isCounted(key)) return countWords(key, words);
  const text = keyFor(key, names);
  if (text === null) return t('timeline.other', { what });
  const given = Object.entries(names).map(([place, name]) => [place, inWords(name)] as const);
  return t(text, Object.fromEntries(given));
}

function keyFor(key: string, names: TimelineEntry['names']): ReviewKey | null {
  const bare = `${key}.unnamed`;
  const places = hasText(key) ? [...t(key).matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place) : [];
  if (hasText(key) && places.every((place) => Object.hasOwn(names, place))) return key;
  return hasText(bare) ? bare : null;
}
