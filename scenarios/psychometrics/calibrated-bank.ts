/** A new bank from a calibration: what was estimated takes the place of what was there, and nothing else changes. */
import type { BankFile } from '../measurement/bank-schema.ts';
import type { CalibratedItem, Calibration } from './calibrate-types.ts';
import { itemName } from './item-name.ts';
import type { Bank, ItemParameters } from '../kit/measurement-types.ts';

export interface NewBank {
  /** As a bank file holds it, before it is checked. */
  readonly file: BankFile;
  /** Items that were estimated. */
  readonly calibrated: readonly string[];
  /** Items of the bank that keep their figures, though answers to them were there. */
  readonly joined: readonly string[];
  /** Items of the bank that keep their figures: nobody's answers to them were used. */
  readonly kept: readonly string[];
}

/**
 * Anchors keep their figures. So does an item of which categories were joined: a bank has a step for each point.
 * @param base the bank that the calibration began with; its items are named as the calibration's (`itemName`)
 * @param planned scenarios of its items that are not written yet
 */
export function makeBank(
  base: Bank,
  calibration: Calibration,
  { version, source, planned }: Pick<BankFile, 'version' | 'source' | 'planned'>,
): NewBank {
  const found = new Map(calibration.items.map((item) => [item.id, item]));
  const groups: Record<'calibrated' | 'joined' | 'kept', string[]> = { calibrated: [], joined: [], kept: [] };
  const items = base.items.map((item) => {
    const name = itemName(item);
    const own = found.get(name);
    if (own?.isAnchor === true) return item;
    const isWhole = own?.steps.length === item.steps.length;
    groups[own === undefined ? 'kept' : isWhole ? 'calibrated' : 'joined'].push(name);
    return own === undefined || !isWhole ? item : toParameters(item, own);
  });
  const { mean, sd } = calibration.population;
  const file: BankFile = {
    formatVersion: 1,
    version,
    source,
    planned,
    cuts: [...base.cuts],
    model: items.every(({ slope }) => slope === 1) ? 'pcm' : 'gpcm',
    prior: { mean: rounded(mean), sd: rounded(sd) },
    difficultyDoubt: base.difficultyDoubt,
    items: items.map(({ steps, standardErrors, ...item }) => ({
      ...item,
      steps: [...steps],
      ...(standardErrors === undefined ? {} : { standardErrors: [...standardErrors] }),
    })),
  };
  return { file, ...groups };
}

function toParameters({ scenario, dimension }: ItemParameters, own: CalibratedItem): ItemParameters {
  return {
    scenario,
    dimension,
    slope: rounded(own.slope),
    steps: own.steps.map(rounded),
    ...(own.standardErrors === null ? {} : { standardErrors: own.standardErrors.map(rounded) }),
    provenance: 'calibrated',
    persons: own.persons,
  };
}

/** Four decimals: a hundredth of the smallest error that 20,000 persons leave. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
