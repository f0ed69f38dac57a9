import { levelsEn } from './catalogues/levels.en.ts';
import { levelsFr } from './catalogues/levels.fr.ts';
import { createTranslator } from './i18n.svelte.ts';

const t = createTranslator<keyof typeof levelsFr>(levelsFr, levelsEn);

type Level = 1 | 2 | 3 | 4;

/** « Je fais sans aide » (niveau 3 sur 4), or the two nearest names. */
export function nameLevel({
  level,
  between,
}: {
  readonly level: Level;
  readonly between: Level | null;
}): string {
  if (between === null) return t('level.named', { name: t(`level.${level}`), level });
  const [low, high] = level < between ? [level, between] : [between, level];
  return t('level.between', { low: t(`level.${low}`), high: t(`level.${high}`) });
}

export { t as levelText };
