/**
 * How much a destination is given at a time: statements and bytes of a batch, and batches on their way at once.
 * Pure: takes what the store was seen to do, answers what to try next.
 */

export interface Pace {
  /** Most statements of one batch. */
  readonly batchCount: number;
  /** Most bytes of one batch. */
  readonly batchBytes: number;
  /** Most batches on their way at a time. */
  readonly lanes: number;
}

/** What every known store takes (reference: xAPI §3, §5); beyond it nothing is tried. */
const widest: Pace = { batchCount: 50, batchBytes: 256 * 1024, lanes: 2 };

/** A destination that nobody knows yet: whole batches, one after the other. */
export const startPace: Pace = { ...widest, lanes: 1 };
