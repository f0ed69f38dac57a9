/** When an adaptive attempt knows enough, or has asked enough of a person (assessment.md §3.5). Pure. */
import type { Dimension, StopReason } from '../kit/log.ts';
import { dimensions } from '../kit/dimensions.ts';
import type { ItemParameters } from '../kit/measurement-types.ts';

export interface StopRules {
  /** Fewer scored scenes are never precise. */
  readonly scenes: number;
  /** A dimension is covered by so many items … */
  readonly items: number;
  /** … or by so many possible points. */
  readonly points: number;
  /** Largest standard error of a dimension, logits. */
  readonly se: number;
  /** Largest standard error of all items together, logits. */
  readonly overallSe: number;
  /** No more scored scenes than this. */
  readonly mostScenes: number;
  /** No further scene once so many minutes were worked. */
  readonly mostMinutes: number;
}

interface Asked {
  readonly bank: { readonly items: readonly ItemParameters[] };
  readonly ended: readonly { readonly scenario: string }[];
  readonly activeMs: number;
  readonly abilities: {
    readonly dimensions: Readonly<Record<Dimension, { readonly se: number }>>;
    readonly overall: { readonly se: number };
  };
}

/** Why to stop, or null. What asks too much of a person counts before what would still be worth knowing. */
export function findStop(rules: StopRules, asked: Asked): Exclude<StopReason, 'nothing-left'> | null {
  if (isPrecise(rules, asked)) return 'precise';
  if (asked.ended.length >= rules.mostScenes) return 'scenes';
  return asked.activeMs >= rules.mostMinutes * 60_000 ? 'time' : null;
}

function isPrecise(rules: StopRules, { bank, ended, abilities }: Asked): boolean {
  if (ended.length < rules.scenes || abilities.overall.se > rules.overallSe) return false;
  const played = new Set(ended.map(({ scenario }) => scenario));
  return dimensions.every((dimension) => {
    const own = bank.items.filter((item) => item.dimension === dimension && played.has(item.scenario));
    const points = own.reduce((sum, { steps }) => sum + steps.length, 0);
    const isCovered = own.length >= rules.items || points >= rules.points;
    return isCovered && abilities.dimensions[dimension].se <= rules.se;
  });
}
