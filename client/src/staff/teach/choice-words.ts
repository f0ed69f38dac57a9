import { levelText } from '../../i18n/levels.ts';
import { t } from '../kit/teach-texts.ts';
import type { PeopleChoice } from './people-choice.ts';

export function levelName(level: PeopleChoice['level']): string {
  if (level === 'any' || level === 'none') return t(`tools.level.${level}`);
  return t('tools.level.named', { level, name: levelText(`level.${level}`) });
}

/** Search and group are in sight anyway. */
export function foldedWords({ show, level }: PeopleChoice): string {
  return [
    ...(show === 'all'
      ? []
      : [t('tools.active', { label: t('tools.show'), value: t(`tools.show.${show}`) })]),
    ...(level === 'any' ? [] : [t('tools.active', { label: t('tools.level'), value: levelName(level) })]),
  ].join(' ');
}

export function noneWords(choice: PeopleChoice, folded: string): string {
  const { show, level, group, wanted } = choice;
  const isSearch = wanted.trim() !== '';
  if (level === 'any' && group === null) {
    if (show === 'all') return t('search.none');
    if (!isSearch) return t(`tools.none.${show}`);
  }
  return `${t('tools.none')} ${folded}`.trim();
}
