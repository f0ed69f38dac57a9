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

/** A single statement is smaller; a store that takes less than this takes nothing of ours. */
const fewestBytes = 4 * 1024;

/** A destination that nobody knows yet: whole batches, one after the other. */
export const startPace: Pace = { ...widest, lanes: 1 };

/** What a round of batches showed. */
export interface Seen {
  /** The smallest batch that was refused as too large. */
  readonly tooLarge: Pick<Pace, 'batchCount' | 'batchBytes'> | null;
  /** The store asked for fewer requests. */
  readonly throttled: boolean;
  /** It did not answer a batch in time: perhaps smaller ones. */
  readonly timedOut: boolean;
  /** Batches arrived, and more is waiting. */
  readonly isBehind: boolean;
}

/** Halves what was too much, and widens by a tenth where all went well and more is waiting. */
export function adaptPace(pace: Pace, { tooLarge, throttled, timedOut, isBehind }: Seen): Pace {
  if (tooLarge !== null) {
    return {
      ...pace,
      batchCount: half(Math.min(pace.batchCount, tooLarge.batchCount), 1),
      batchBytes: half(Math.min(pace.batchBytes, tooLarge.batchBytes), fewestBytes),
    };
  }
  if (throttled) return { ...pace, lanes: half(pace.lanes, 1) };
  if (timedOut) return { ...pace, batchCount: half(pace.batchCount, 1), lanes: half(pace.lanes, 1) };
  if (!isBehind) return pace;
  return {
    batchCount: Math.min(widest.batchCount, pace.batchCount + Math.ceil(widest.batchCount / 10)),
    batchBytes: Math.min(widest.batchBytes, pace.batchBytes + Math.ceil(widest.batchBytes / 10)),
    lanes: Math.min(widest.lanes, pace.lanes + 1),
  };
}

/** After trouble a store is asked with little: one small batch, and the rest only once it took that. */
export function probePace({ batchCount, batchBytes }: Pace): Pace {
  return { batchCount: Math.min(batchCount, 10), batchBytes, lanes: 1 };
}

function half(value: number, least: number): number {
  return Math.max(least, Math.floor(value / 2));
}
