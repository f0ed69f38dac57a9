import type { Language } from '../../i18n/i18n.svelte.ts';
import { t } from './select-texts.ts';

export function attemptsWord(count: number | null): string {
  return count === null ? t('attempts.any') : t.count('attempts', count);
}

export function beginWord(language: Language | null): string {
  return language === null ? t('begin.course') : t(`language.${language}`);
}

export function sizeWord(count: number, minutes: number): string {
  return t.count('what.scenes', count, { minutes });
}
