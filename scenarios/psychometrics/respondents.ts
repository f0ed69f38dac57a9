/** Answers of many people to the items of a bank, as item statistics read them. Abilities are logits. */
import type { Bank, Response } from '../kit/measurement-types.ts';

/** By what people are compared for fairness; `input` is how they pressed: device kinds are not recorded. */
export const groupings = ['language', 'input', 'read-aloud'] as const;
export type Grouping = (typeof groupings)[number];

/**
 * The group that the others are compared with, and the one that is looked after: French and English; mouse or keyboard
 * and touch or pen; without and with texts read aloud.
 */
export type GroupSide = 'reference' | 'focal';

/** One person, one attempt. */
export interface Respondent {
  /** EAP over all items. */
  readonly theta: number;
  /** Its standard error. */
  readonly se: number;
  /** Warm's estimate over all items, and its standard error. */
  readonly wle: { readonly theta: number; readonly se: number };
  /** EAP and its standard error per dimension with an answer. */
  readonly dimensions: Readonly<Partial<Record<string, { readonly theta: number; readonly se: number }>>>;
  /** Points on each of the bank's items, in its order; null where missing. */
  readonly points: readonly (number | null)[];
  /** Places in `points` that are 0 because the scene was passed over. */
  readonly skipped: ReadonlySet<number>;
  /** Null where it is not known. */
  readonly groups: Readonly<Record<Grouping, GroupSide | null>>;
}

/** The answers of a person, as estimators read them. */
export function responsesTo({ items }: Bank, { points }: Pick<Respondent, 'points'>): Response[] {
  return items.flatMap((item, place) => {
    const earned = points[place] ?? null;
    return earned === null ? [] : [{ item, points: earned }];
  });
}
