/** Compares persons of the same ability on all other items. See Fairness in docs/researchers/en/measurement.md. */
import { mantel, mantelHaenszel, stratify, type GroupedAnswer, type Stratum } from './dif.ts';
import { personsToFlag } from './fit.ts';
import { itemName } from './item-name.ts';
import { matchAbilities } from './match-abilities.ts';
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
  /** In strata that have both groups: reference, focal. */
  readonly persons: readonly [number, number];
  /** The smallest number in each group for a class. */
  readonly personsNeeded: number;
  readonly strata: number;
  /** Other items that give the matching ability: those of class C are left out. */
  readonly matchingItems: number;
  /** Null if no persons can be compared. */
  readonly difference: DifDifference | null;
}

interface DifDifference {
  readonly test: 'mantel-haenszel' | 'mantel';
  readonly chiSquare: number;
  readonly p: number;
  /** ETS's D, or mean difference in SDs; below 0: harder for the focal group. */
  readonly size: number;
  /** AA, BB and CC are given as A, B and C; null if too few to judge. */
  readonly class: 'A' | 'B' | 'C' | null;
}

type Compared = Pick<Respondent, 'points' | 'groups'>;

/** Twenty strata leave about 1 % of a difference in ability; with fewer persons, each has fewer. */
const strataWanted = 20;

/** The set of class C nearly always stays the same after two rounds. */
const mostRounds = 10;

/** Purification: items of class C leave the matching of all others, until these items stay the same. */
export function reportDif(bank: Bank, respondents: readonly Compared[], by: Grouping): DifTable {
  const sides = respondents.filter(({ groups }) => groups[by] !== null);
  const count = (side: GroupSide): number => sides.filter(({ groups }) => groups[by] === side).length;
  let without: ReadonlySet<number> = new Set();
  let rows = compareAll(bank, sides, by, without);
  for (let round = 1; round < mostRounds; round += 1) {
    const unfair = rows.flatMap(({ difference }, place) => (difference?.class === 'C' ? [place] : []));
    if (unfair.join() === [...without].join()) break;
    without = new Set(unfair);
    rows = compareAll(bank, sides, by, without);
  }
  return { by, persons: [count('reference'), count('focal')], rows };
}

function compareAll(
  bank: Bank,
  respondents: readonly Compared[],
  by: Grouping,
  without: ReadonlySet<number>,
): DifRow[] {
  const abilitiesWithout = matchAbilities(bank, respondents, without);
  const anchors = bank.items.flatMap((_, place) =>
    respondents.some(({ points }) => (points[place] ?? null) !== null) && !without.has(place) ? [place] : [],
  );
  return bank.items.map((item, place) => {
    const abilities = abilitiesWithout(place);
    const answers = respondents.flatMap(({ points, groups }, index): GroupedAnswer[] => {
      const [own, group, matched] = [points[place] ?? null, groups[by], abilities[index] ?? null];
      return own === null || group === null || matched === null ? [] : [{ group, points: own, matched }];
    });
    const strata = joinStrata(stratify(answers, item.steps.length)).filter(
      ({ reference, focal }) => sum(reference) > 0 && sum(focal) > 0,
    );
    const persons = [
      sum(strata.map(({ reference }) => sum(reference))),
      sum(strata.map(({ focal }) => sum(focal))),
    ] as const;
    const difference = compare(strata, item.steps.length);
    const isJudged = Math.min(...persons) >= personsToFlag;
    return {
      name: itemName(item),
      persons,
      personsNeeded: personsToFlag,
      strata: strata.length,
      matchingItems: anchors.filter((other) => other !== place).length,
      difference: difference === null || isJudged ? difference : { ...difference, class: null },
    };
  });
}

/** Joins neighbours until each stratum has a twentieth of the persons. */
function joinStrata(thin: readonly Stratum[]): Stratum[] {
  const fewest = thin.reduce((total, stratum) => total + sizeOf(stratum), 0) / strataWanted;
  const joined: Stratum[] = [];
  for (const stratum of thin) {
    const last = joined.at(-1);
    if (last === undefined || sizeOf(last) >= fewest) joined.push(stratum);
    else joined[joined.length - 1] = join(last, stratum);
  }
  const [before, last] = joined.slice(-2);
  if (before !== undefined && last !== undefined && sizeOf(last) < fewest) {
    joined.splice(-2, 2, join(before, last));
  }
  return joined;
}

function join(one: Stratum, other: Stratum): Stratum {
  const add = (left: readonly number[], right: readonly number[]): number[] =>
    left.map((count, points) => count + (right[points] ?? 0));
  return { reference: add(one.reference, other.reference), focal: add(one.focal, other.focal) };
}

function sizeOf({ reference, focal }: Stratum): number {
  return sum(reference) + sum(focal);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
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
