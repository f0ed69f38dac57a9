/** Compares persons who have the same points on the same other items. See Fairness in docs/researchers/en/measurement.md. */
import { mantel, mantelHaenszel, type Stratum } from './dif.ts';
import { itemName } from './item-name.ts';
import { restOf } from './item-statistics.ts';
import type { Grouping, GroupSide, Respondent } from './respondents.ts';
import type { Bank } from '../kit/measurement-types.ts';

export interface DifTable {
  readonly by: Grouping;
  /** Reference, focal. */
  readonly persons: readonly [number, number];
  readonly rows: readonly DifRow[];
}

interface DifRow {
  readonly name: string;
  readonly persons: readonly [number, number];
  /** Null if no persons can be compared. */
  readonly difference: DifDifference | null;
}

interface DifDifference {
  readonly test: 'mantel-haenszel' | 'mantel';
  readonly chiSquare: number;
  readonly p: number;
  /** ETS's D, or mean difference in SDs; below 0: harder for the focal group. */
  readonly size: number;
  /** AA, BB and CC are given as A, B and C. */
  readonly class: 'A' | 'B' | 'C';
}

export function reportDif(bank: Bank, respondents: readonly Respondent[], by: Grouping): DifTable {
  const count = (side: GroupSide): number => respondents.filter(({ groups }) => groups[by] === side).length;
  return {
    by,
    persons: [count('reference'), count('focal')],
    rows: bank.items.map((item, place) => {
      const { strata, persons } = strataOf(bank, place, respondents, by);
      return { name: itemName(item), persons, difference: compare(strata, item.steps.length) };
    }),
  };
}

/** Strata: persons with the same other items and the same points on them. */
function strataOf(
  bank: Bank,
  place: number,
  respondents: readonly Respondent[],
  by: Grouping,
): { strata: Stratum[]; persons: [number, number] } {
  const none = Array.from({ length: (bank.items[place]?.steps.length ?? 0) + 1 }, () => 0);
  const strata = new Map<string, { reference: number[]; focal: number[] }>();
  const persons: [number, number] = [0, 0];
  for (const { points, groups } of respondents) {
    const own = points[place] ?? null;
    const side = groups[by];
    const rest = restOf(bank, place, points);
    if (own === null || side === null || rest === null) continue;
    persons[side === 'reference' ? 0 : 1] += 1;
    const key = `${rest.set}=${rest.sum}`;
    const stratum = strata.get(key) ?? { reference: [...none], focal: [...none] };
    stratum[side][own] = (stratum[side][own] ?? 0) + 1;
    strata.set(key, stratum);
  }
  return { strata: [...strata.values()], persons };
}

function compare(strata: readonly Stratum[], max: number): DifDifference | null {
  if (max === 1) {
    const found = mantelHaenszel(strata);
    if (found === null) return null;
    const { chiSquare, p, delta } = found;
    return { test: 'mantel-haenszel', chiSquare, p, size: delta, class: found.class };
  }
  const found = mantel(strata);
  if (found === null) return null;
  const { chiSquare, p, smd, sd } = found;
  const kind = { AA: 'A', BB: 'B', CC: 'C' } as const;
  return { test: 'mantel', chiSquare, p, size: smd / sd, class: kind[found.class] };
}
