/** Two groups who differ in ability, and perhaps in one item: how often is an item called unfair? */
import type { Bank } from '../../../scenarios/kit/measurement-types.ts';
import { createRandom } from '../../../scenarios/measurement/random.ts';
import { reportDif } from '../../../scenarios/psychometrics/item-dif.ts';
import type { Respondent } from '../../../scenarios/psychometrics/respondents.ts';
import { drawPoints, drawTruth } from '../../../scenarios/psychometrics/virtual-person.ts';

export interface DifPlan {
  readonly bank: Bank;
  readonly personsPerGroup: number;
  /** By how many logits the focal group is less able in every dimension. */
  readonly impact: number;
  readonly replications: number;
}

export type DifPerson = Pick<Respondent, 'points' | 'groups'>;

/** @param harder logits by which an item's steps are harder for the focal group, by place in the bank */
export function drawGroups(
  { bank, personsPerGroup, impact }: Omit<DifPlan, 'replications'>,
  harder: ReadonlyMap<number, number>,
  seed: string,
): DifPerson[] {
  const random = createRandom(seed);
  return Array.from({ length: 2 * personsPerGroup }, (_, index): DifPerson => {
    const side = index % 2 === 0 ? ('reference' as const) : ('focal' as const);
    const truth = drawTruth(bank, 0.7, random);
    const points = bank.items.map((item, place) => {
      const less = side === 'focal' ? impact + (harder.get(place) ?? 0) : 0;
      return drawPoints(item, truth[item.dimension] - less, random);
    });
    return { points, groups: { language: side, input: null, 'read-aloud': null } };
  });
}

/** Number of fair items, and how many of these are of class C. */
export function countFalseAlarms(plan: DifPlan): { readonly items: number; readonly large: number } {
  const classes = Array.from({ length: plan.replications }, (_, index) => {
    const people = drawGroups(plan, new Map(), `fair/${plan.impact}/${index}`);
    return reportDif(plan.bank, people, 'language').rows.map(({ difference }) => difference?.class);
  }).flat();
  return { items: classes.length, large: classes.filter((one) => one === 'C').length };
}

/** In each replication one item is 0.8 logit harder; items take turns. */
export function countFound(plan: DifPlan): {
  readonly planted: number;
  readonly large: number;
  readonly moderate: number;
} {
  const classes = Array.from({ length: plan.replications }, (_, index) => {
    const place = index % plan.bank.items.length;
    const people = drawGroups(plan, new Map([[place, 0.8]]), `planted/${plan.impact}/${index}`);
    return reportDif(plan.bank, people, 'language').rows[place]?.difference?.class;
  });
  const count = (wanted: string): number => classes.filter((one) => one === wanted).length;
  return { planted: classes.length, large: count('C'), moderate: count('B') };
}
