import type { EffortFlag } from '../../../../scenarios/kit/effort-flags.ts';
import { t } from './person-texts.ts';

/** In a few words each, as in the list of people. */
export function nameFlags(flags: readonly EffortFlag[]): string[] {
  return flags.map((flag) => t(`flag.${flag}`));
}
