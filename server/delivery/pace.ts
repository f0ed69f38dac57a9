/** How fast to send to a destination. Pure: computes the next pace from what the last round observed. */

export interface Pace {
  /** Maximum number of statements per batch. */
  readonly batchCount: number;
  /** Maximum bytes per batch. */
  readonly batchBytes: number;
  /** Number of batches sent at the same time. */
  readonly lanes: number;
}

/** Limits that every known store accepts (reference: xAPI §3, §5). */
const maxPace: Pace = { batchCount: 50, batchBytes: 256 * 1024, lanes: 2 };

/** Larger than any single statement: a store that refuses this much accepts nothing. */
const minBatchBytes = 4 * 1024;

/** For a new destination: whole batches, one at a time. */
export const startPace: Pace = { ...maxPace, lanes: 1 };

/** What a round of batches observed. */
export interface RoundReport {
  /** The smallest batch that was refused as too large. */
  readonly tooLarge: Pick<Pace, 'batchCount' | 'batchBytes'> | null;
  /** The store asked for fewer requests. */
  readonly throttled: boolean;
  /** The store did not answer in time; smaller batches may help. */
  readonly timedOut: boolean;
  /** Batches were accepted, and more are waiting. */
  readonly isBehind: boolean;
}

/** Halves what was too much. Otherwise, if more is waiting, grows by a tenth of the maximum. */
export function adaptPace(pace: Pace, { tooLarge, throttled, timedOut, isBehind }: RoundReport): Pace {
  if (tooLarge !== null) {
    return {
      ...pace,
      batchCount: half(Math.min(pace.batchCount, tooLarge.batchCount), 1),
      batchBytes: half(Math.min(pace.batchBytes, tooLarge.batchBytes), minBatchBytes),
    };
  }
  if (throttled) return { ...pace, lanes: half(pace.lanes, 1) };
  if (timedOut) return { ...pace, batchCount: half(pace.batchCount, 1), lanes: half(pace.lanes, 1) };
  if (!isBehind) return pace;
  return {
    batchCount: Math.min(maxPace.batchCount, pace.batchCount + Math.ceil(maxPace.batchCount / 10)),
    batchBytes: Math.min(maxPace.batchBytes, pace.batchBytes + Math.ceil(maxPace.batchBytes / 10)),
    lanes: Math.min(maxPace.lanes, pace.lanes + 1),
  };
}

/** After a failure: one small batch first, to test the store. */
export function probePace({ batchCount, batchBytes }: Pace): Pace {
  return { batchCount: Math.min(batchCount, 10), batchBytes, lanes: 1 };
}

function half(value: number, least: number): number {
  return Math.max(least, Math.floor(value / 2));
}
