/** Abilities in logits. */
import type { Bank, Response } from '../kit/measurement-types.ts';

/** `input` is the input mode, because device kinds are not recorded. */
export const groupings = ['language', 'input', 'read-aloud'] as const;
export type Grouping = (typeof groupings)[number];

/** Reference or focal: French, English; mouse or keyboard, touch or pen; without, with reading aloud. */
export type GroupSide = 'reference' | 'focal';

/** One attempt. */
export interface Respondent {
  /** EAP, all items. */
  readonly theta: number;
  readonly se: number;
  /** Warm's estimate, all items. */
  readonly wle: { readonly theta: number; readonly se: number };
  /** EAPs of dimensions with an answer. */
  readonly dimensions: Readonly<Partial<Record<string, { readonly theta: number; readonly se: number }>>>;
  /** By item of the bank; null if missing. */
  readonly points: readonly (number | null)[];
  /** Indexes of items that have 0 points because their scene was skipped. */
  readonly skipped: ReadonlySet<number>;
  /** Null if unknown. */
  readonly groups: Readonly<Record<Grouping, GroupSide | null>>;
}

export function responsesTo({ items }: Bank, { points }: Pick<Respondent, 'points'>): Response[] {
  return items.flatMap((item, place) => {
    const earned = points[place] ?? null;
    return earned === null ? [] : [{ item, points: earned }];
  });
}
