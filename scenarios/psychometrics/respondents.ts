/** Answers of many people to a bank's items, for item statistics. Abilities are logits. */
import type { Bank, Response } from '../kit/measurement-types.ts';

/** Groups compared for fairness. `input` is the input mode, because device kinds are not recorded. */
export const groupings = ['language', 'input', 'read-aloud'] as const;
export type Grouping = (typeof groupings)[number];

/**
 * Reference and focal group: French and English; mouse or keyboard and touch or pen; without and with texts
 * read aloud.
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
  /** Points on each of the bank's items, in order; null if missing. */
  readonly points: readonly (number | null)[];
  /** Indexes in `points` that are 0 because the scene was skipped. */
  readonly skipped: ReadonlySet<number>;
  /** Null if unknown. */
  readonly groups: Readonly<Record<Grouping, GroupSide | null>>;
}

/** The answers of a person as input for estimators. */
export function responsesTo({ items }: Bank, { points }: Pick<Respondent, 'points'>): Response[] {
  return items.flatMap((item, place) => {
    const earned = points[place] ?? null;
    return earned === null ? [] : [{ item, points: earned }];
  });
}
