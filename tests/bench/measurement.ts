/** Measurement: each part prints what it found, with its aim. */
import { benchCalibration } from './measurement-calibration.ts';
import { benchDif } from './measurement-dif.ts';
import { benchEstimate } from './measurement-estimate.ts';
import { benchGroup } from './measurement-group.ts';
import { benchItems } from './measurement-items.ts';

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  estimate: benchEstimate,
  calibration: benchCalibration,
  dif: benchDif,
  group: benchGroup,
  items: benchItems,
};

/** @param wanted a part; absent: all */
export async function benchMeasurement(wanted?: string): Promise<void> {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted === undefined || wanted === name) await part();
  }
}
