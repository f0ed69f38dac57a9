/** Ends an adaptive attempt when it is precise enough or long enough (assessment.md §3.5). Pure. */
import type { Dimension, StopReason } from '../kit/log.ts';
import { dimensions } from '../kit/dimensions.ts';
import type { ItemParameters } from '../kit/measurement-types.ts';

export interface StopRules {
  /** Minimum of scored scenes for precision. */
  readonly scenes: number;
  /** A dimension is covered by this many items … */
  readonly items: number;
  /** … or this many possible points. */
  readonly points: number;
  /** Maximum standard error of a dimension, logits. */
  readonly se: number;
  /** Maximum standard error of all items together, logits. */
  readonly overallSe: number;
  /** Maximum number of scored scenes. */
  readonly maxScenes: number;
  /** No further scene after this many minutes of active time. */
  readonly maxMinutes: number;
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

/**
 * Returns why to stop, or null. The limits on scenes and time apply even if more would still be worth
 * knowing.
 */
export function findStop(rules: StopRules, asked: Asked): Exclude<StopReason, 'nothing-left'> | null {
  if (isPrecise(rules, asked)) return 'precise';
  if (asked.ended.length >= rules.maxScenes) return 'scenes';
  return asked.activeMs >= rules.maxMinutes * 60_000 ? 'time' : null;
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
