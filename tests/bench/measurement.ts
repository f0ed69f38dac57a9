/** Measurement: each part prints what it found, with its aim. */
import { benchCalibration } from './measurement-calibration.ts';
import { benchEstimate } from './measurement-estimate.ts';
import { benchGroup } from './measurement-group.ts';
import { benchItems } from './measurement-items.ts';

const parts: readonly (() => void | Promise<void>)[] = [
  benchEstimate,
  benchCalibration,
  benchGroup,
  benchItems,
];

export async function benchMeasurement(): Promise<void> {
  for (const part of parts) await part();
}
