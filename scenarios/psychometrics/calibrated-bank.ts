/** A new bank from a calibration: estimated parameters replace the previous ones, nothing else changes. */
import type { BankFile } from '../measurement/bank-schema.ts';
import type { CalibratedItem, Calibration } from './calibrate-types.ts';
import { itemName } from './item-name.ts';
import type { Bank, ItemParameters } from '../kit/measurement-types.ts';

export interface NewBank {
  /** As in a bank file, before it is checked. */
  readonly file: BankFile;
  /** Estimated items. */
  readonly calibrated: readonly string[];
  /** Items that keep their parameters although there were answers. */
  readonly joined: readonly string[];
  /** Items that keep their parameters because none of their answers were used. */
  readonly kept: readonly string[];
}

/**
 * Anchors keep their parameters. So do items with joined categories, because a bank has a step for each
 * point.
 * @param base the bank that the calibration started with; its items are named as in the calibration
 *   (`itemName`)
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

/** Four decimals: a hundredth of the smallest error with 20,000 persons. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
