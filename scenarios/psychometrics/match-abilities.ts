/**
 * The ability that each person shows on the other items (Fairness in docs/researchers/en/measurement.md).
 * In the partial credit model, the items answered and the sum of a·x determine it.
 */
import { logProbability } from '../measurement/models.ts';
import { gridNodes, posteriorFrom, standardGrid, summarise } from '../measurement/posterior.ts';
import type { Bank } from '../kit/measurement-types.ts';
import type { Respondent } from './respondents.ts';

/** EAP in logits of each person without the item at `place`; null if no other item was answered. */
type MatchedAbilities = (place: number) => (number | null)[];

/** @param without indexes of items that don't count */
export function matchAbilities(
  bank: Bank,
  respondents: readonly Pick<Respondent, 'points'>[],
  without: ReadonlySet<number>,
): MatchedAbilities {
  const nodes = gridNodes(standardGrid);
  // log P(x) = a·x·θ + log P(0), up to a constant.
  const zeroLogs = bank.items.map((item) => nodes.map((theta) => logProbability(item, 0, theta)));
  const sets = new Map<string, AnsweredSet>();
  const persons = respondents.map(({ points }) => {
    const answered = bank.items.flatMap((_, place) =>
      (points[place] ?? null) === null || without.has(place) ? [] : [place],
    );
    const key = answered.join('.');
    const set = sets.get(key) ?? { answered, estimates: bank.items.map(() => new Map<number, number>()) };
    sets.set(key, set);
    return { set, points, sum: sumOf(bank, points, answered) };
  });
  const estimate = (answered: readonly number[], sum: number): number =>
    summarise(
      posteriorFrom(
        nodes,
        (theta, node) => answered.reduce((log, place) => log + (zeroLogs[place]?.[node] ?? 0), sum * theta),
        bank.prior,
      ),
    ).theta;
  return (own) =>
    persons.map(({ set, points, sum }) => {
      const others = set.answered.filter((place) => place !== own);
      if (others.length === 0) return null;
      const rest = others.length === set.answered.length ? sum : sum - sumOf(bank, points, [own]);
      const known = set.estimates[own]?.get(rest) ?? estimate(others, rest);
      set.estimates[own]?.set(rest, known);
      return known;
    });
}

interface AnsweredSet {
  readonly answered: readonly number[];
  /** By item left out, then by sum. */
  readonly estimates: readonly Map<number, number>[];
}

/** Σ a·x. */
function sumOf({ items }: Bank, points: Respondent['points'], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (items[place]?.slope ?? 0) * (points[place] ?? 0), 0);
}
