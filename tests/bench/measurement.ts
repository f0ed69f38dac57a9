/** Measurement: each part prints what it found, with its aim. */
import { benchEstimate } from './measurement-estimate.ts';

const parts: readonly (() => void | Promise<void>)[] = [benchEstimate];

export async function benchMeasurement(): Promise<void> {
  for (const part of parts) await part();
}
