/** Rules that end an adaptive attempt (ADR 15). */
import type { StopReason } from '../kit/log.ts';
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import type { ItemParameters } from '../kit/measurement-types.ts';

export interface StopRules {
  /** The minima that an estimate needs to count as precise. */
  readonly scenes: number;
  readonly items: number;
  readonly points: number;
  /** Maximum standard error per dimension, logits. */
  readonly se: number;
  /** Maximum standard error of all items together, logits. */
  readonly overallSe: number;
  readonly maxScenes: number;
  /** Minutes of active time. */
  readonly maxMinutes: number;
}

interface StopInput {
  readonly bank: { readonly items: readonly ItemParameters[] };
  readonly ended: readonly { readonly scenario: string }[];
  readonly activeMs: number;
  readonly abilities: {
    readonly dimensions: Readonly<Record<Dimension, { readonly se: number }>>;
    readonly overall: { readonly se: number };
  };
}

/** Null: continue. Limits on scenes and time always apply. */
export function findStop(rules: StopRules, input: StopInput): Exclude<StopReason, 'nothing-left'> | null {
  if (isPrecise(rules, input)) return 'precise';
  if (input.ended.length >= rules.maxScenes) return 'scenes';
  return input.activeMs >= rules.maxMinutes * 60_000 ? 'time' : null;
}

function isPrecise(rules: StopRules, { bank, ended, abilities }: StopInput): boolean {
  if (ended.length < rules.scenes || abilities.overall.se > rules.overallSe) return false;
  const played = new Set(ended.map(({ scenario }) => scenario));
  return dimensions.every((dimension) => {
    const own = bank.items.filter((item) => item.dimension === dimension && played.has(item.scenario));
    const points = own.reduce((sum, { steps }) => sum + steps.length, 0);
    const isCovered = own.length >= rules.items || points >= rules.points;
    return isCovered && abilities.dimensions[dimension].se <= rules.se;
  });
}
