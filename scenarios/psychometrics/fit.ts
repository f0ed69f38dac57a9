/**
 * Infit, outfit and Q3 from residuals at the WLE. Excludes persons with no or all points, whose estimate
 * follows from the model alone.
 */
import { pointMoments } from '../measurement/models.ts';
import { correlation, mean } from './statistics.ts';
import type { ItemParameters, Response } from '../kit/measurement-types.ts';

/** `theta` is the WLE, logits. */
export interface FittedPerson {
  readonly responses: readonly Response[];
  readonly theta: number;
}

export interface ItemFit {
  readonly item: ItemParameters;
  readonly persons: number;
  /** Σ (x − E)² / Σ V: 1 is expected, more is noise, less too regular. Null if nobody answered. */
  readonly infit: number | null;
  /** Mean of (x − E)² / V; sensitive to a few surprising answers. */
  readonly outfit: number | null;
  /** True if outside 0.7–1.3, with at least `personsToFlag`. */
  readonly flagged: boolean;
}

/** With fewer, chance can look like misfit. */
export const personsToFlag = 200;

export function fitItems(items: readonly ItemParameters[], persons: readonly FittedPerson[]): ItemFit[] {
  const judges = persons.filter(({ responses }) => !isExtreme(responses));
  return items.map((item) => {
    let [count, squares, variances, standardised] = [0, 0, 0, 0];
    for (const { responses, theta } of judges) {
      for (const { points } of responses.filter((response) => isOf(response, item))) {
        const { expected, variance } = pointMoments(item, theta);
        const square = (points - expected) ** 2;
        count += 1;
        squares += square;
        variances += variance;
        standardised += square / variance;
      }
    }
    const infit = count === 0 ? null : squares / variances;
    const outfit = count === 0 ? null : standardised / count;
    const isOff = [infit, outfit].some((value) => value !== null && (value < 0.7 || value > 1.3));
    return { item, persons: count, infit, outfit, flagged: isOff && count >= personsToFlag };
  });
}

export interface ItemPair {
  readonly items: readonly [ItemParameters, ItemParameters];
  readonly persons: number;
  /** Yen 1984: correlation of residuals; null if not computable. */
  readonly q3: number | null;
  /** True if over 0.2 above the mean of all pairs. */
  readonly flagged: boolean;
}

export function pairItems(items: readonly ItemParameters[], persons: readonly FittedPerson[]): ItemPair[] {
  const residuals = residualsOf(items, persons);
  const pairs = items.flatMap((first, row) =>
    items.slice(row + 1).map((second, offset) => {
      const column = row + 1 + offset;
      const both = residuals.flatMap((person): [number, number][] => {
        const [one, other] = [person[row] ?? null, person[column] ?? null];
        return one === null || other === null ? [] : [[one, other]];
      });
      return { items: [first, second] as const, persons: both.length, q3: correlation(both) };
    }),
  );
  const known = pairs.flatMap(({ q3 }) => (q3 === null ? [] : [q3]));
  const middle = mean(known);
  return pairs.map((pair) => ({ ...pair, flagged: pair.q3 !== null && pair.q3 > middle + 0.2 }));
}

/** x − E by person and item; null if missing. */
function residualsOf(
  items: readonly ItemParameters[],
  persons: readonly FittedPerson[],
): (number | null)[][] {
  return persons
    .filter(({ responses }) => !isExtreme(responses))
    .map(({ responses, theta }) =>
      items.map((item) => {
        const answer = responses.find((response) => isOf(response, item));
        return answer === undefined ? null : answer.points - pointMoments(item, theta).expected;
      }),
    );
}

function isOf({ item }: Response, { scenario, dimension }: ItemParameters): boolean {
  return item.scenario === scenario && item.dimension === dimension;
}

function isExtreme(responses: readonly Response[]): boolean {
  return (
    responses.every(({ points }) => points === 0) ||
    responses.every(({ points, item }) => points === item.steps.length)
  );
}
