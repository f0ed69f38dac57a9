import type { Respondent } from './respondents.ts';
import { correlation, mean } from './statistics.ts';
import type { Bank, ItemParameters } from '../kit/measurement-types.ts';

interface CategoryStatistics {
  readonly points: number;
  readonly persons: number;
  /** Share of those who answered, 0 to 1; null if nobody did. */
  readonly share: number | null;
  /** Mean of EAPs, logits; null if nobody earned these points. */
  readonly meanAbility: number | null;
}

export interface ItemStatistics {
  /** Includes those who skipped its scene. */
  readonly persons: number;
  readonly skipped: number;
  readonly categories: readonly CategoryStatistics[];
  /** Null if nobody answered. */
  readonly meanPoints: number | null;
  /** True if mean ability rises with points; null below two categories. */
  readonly isOrdered: boolean | null;
  /** Pearson correlation with points on the dimension's other items. */
  readonly itemRest: Correlation;
}

interface Correlation {
  /** Null if nothing varies, or below three persons. */
  readonly value: number | null;
  readonly persons: number;
}

/**
 * @param place index of the item in the bank
 * @throws RangeError if there is none
 */
export function countItem(bank: Bank, place: number, respondents: readonly Respondent[]): ItemStatistics {
  const item = itemAt(bank, place);
  const answers = respondents.flatMap((respondent) => {
    const points = respondent.points[place] ?? null;
    return points === null ? [] : [{ respondent, points }];
  });
  const categories = Array.from({ length: item.steps.length + 1 }, (_, points): CategoryStatistics => {
    const own = answers.filter((answer) => answer.points === points);
    return {
      points,
      persons: own.length,
      share: answers.length === 0 ? null : own.length / answers.length,
      meanAbility: own.length === 0 ? null : mean(own.map(({ respondent }) => respondent.theta)),
    };
  });
  return {
    persons: answers.length,
    skipped: respondents.filter(({ skipped }) => skipped.has(place)).length,
    categories,
    meanPoints: answers.length === 0 ? null : mean(answers.map(({ points }) => points)),
    isOrdered: isRising(categories),
    itemRest: correlateWithRest(bank, place, respondents),
  };
}

function isRising(categories: readonly CategoryStatistics[]): boolean | null {
  const abilities = categories.flatMap(({ meanAbility }) => (meanAbility === null ? [] : [meanAbility]));
  if (abilities.length < 2) return null;
  return abilities.every((ability, index) => index === 0 || ability > (abilities[index - 1] ?? -Infinity));
}

function restPlaces({ items }: Bank, place: number): number[] {
  const own = items[place];
  return items.flatMap((item, other) =>
    other !== place && item.dimension === own?.dimension ? [other] : [],
  );
}

/** Uses persons with the most common set of other items: different sets are not comparable. */
function correlateWithRest(bank: Bank, place: number, respondents: readonly Respondent[]): Correlation {
  const bySet = new Map<string, [number, number][]>();
  for (const { points } of respondents) {
    const own = points[place] ?? null;
    const rest = restOf(bank, place, points);
    if (own === null || rest === null) continue;
    const pairs = bySet.get(rest.set);
    if (pairs === undefined) bySet.set(rest.set, [[own, rest.sum]]);
    else pairs.push([own, rest.sum]);
  }
  const largest = [...bySet.values()].reduce((best, set) => (set.length > best.length ? set : best), []);
  return { value: correlation(largest), persons: largest.length };
}

/** Points on the dimension's other items and which these are; null if none was answered. */
function restOf(
  bank: Bank,
  place: number,
  points: Respondent['points'],
): { readonly set: string; readonly sum: number } | null {
  const answered = restPlaces(bank, place).filter((other) => (points[other] ?? null) !== null);
  if (answered.length === 0) return null;
  return { set: answered.join('.'), sum: answered.reduce((sum, other) => sum + (points[other] ?? 0), 0) };
}

function itemAt({ items }: Bank, place: number): ItemParameters {
  const item = items[place];
  if (item === undefined) throw new RangeError(`the bank has no item ${place}`);
  return item;
}
