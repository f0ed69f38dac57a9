export interface Pace {
  readonly batchCount: number;
  readonly batchBytes: number;
  readonly lanes: number;
}

/** Every known record store accepts this pace. */
const maxPace: Pace = { batchCount: 50, batchBytes: 256 * 1024, lanes: 2 };

/** Above any single statement. */
const minBatchBytes = 4 * 1024;

/** New destinations get one batch at a time. */
export const startPace: Pace = { ...maxPace, lanes: 1 };

export interface RoundReport {
  readonly tooLarge: Pick<Pace, 'batchCount' | 'batchBytes'> | null;
  readonly throttled: boolean;
  /** The request timed out; smaller batches may help. */
  readonly timedOut: boolean;
  /** All batches were accepted and more statements are waiting. */
  readonly isBehind: boolean;
}

/** Halves what was too much. If all went well and more waits, grows by a tenth of the maximum. */
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

/** After a failure: one small batch. */
export function probePace({ batchCount, batchBytes }: Pace): Pace {
  return { batchCount: Math.min(batchCount, 10), batchBytes, lanes: 1 };
}

function half(value: number, least: number): number {
  return Math.max(least, Math.floor(value / 2));
}
