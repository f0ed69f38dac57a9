/** Says in words what the bars show. */
import type { Adaptation, LevelView } from '../../../../server/contract/levels.ts';
import { t } from '../kit/person-texts.ts';

const zoneWidth = 25;

/**
 * « Marge : du niveau 2 au niveau 3 ». A band that ends exactly between two levels excludes the upper one.
 */
export function bandInWords({ from, to }: Pick<LevelView, 'from' | 'to'>): string {
  const low = Math.min(4, Math.floor(from / zoneWidth) + 1);
  const high = Math.max(low, Math.ceil(to / zoneWidth));
  return low === high ? t('band.within', { level: low }) : t('band.across', { low, high });
}

export function nameAdaptations(adaptations: readonly Adaptation[]): string[] {
  return adaptations.map((adaptation) => t(`adapted.${adaptation}`));
}
