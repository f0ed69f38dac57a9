import type { Language } from '../../i18n/i18n.svelte.ts';
import { t } from './select-texts.ts';

export function attemptsWord(count: number | null): string {
  if (count === null) return t('attempts.any');
  return count === 1 ? t('attempts.one') : t('attempts.many', { count });
}

export function beginWord(language: Language | null): string {
  return language === null ? t('begin.course') : t(`language.${language}`);
}

export function sizeWord(count: number, minutes: number): string {
  return count === 1 ? t('what.oneScene', { minutes }) : t('what.scenes', { count, minutes });
}
