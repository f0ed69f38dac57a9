import type { BankFile } from '../measurement/bank-schema.ts';
import type { CalibratedItem, Calibration } from './calibrate-types.ts';
import { itemName } from './item-name.ts';
import type { Bank, ItemParameters } from '../kit/measurement-types.ts';

export interface NewBank {
  readonly file: BankFile;
  readonly calibrated: readonly string[];
  /** Items that keep their parameters although answered, because categories were joined. */
  readonly joined: readonly string[];
  /** Items that keep their parameters because no answer was used. */
  readonly unchanged: readonly string[];
}

/**
 * Anchors and items with joined categories keep their parameters: a bank has a step per point.
 * @param base its item names (`itemName`) are the calibration’s ids
 * @param planned scenarios not written yet
 */
export function makeBank(
  base: Bank,
  calibration: Calibration,
  { version, source, planned }: Pick<BankFile, 'version' | 'source' | 'planned'>,
): NewBank {
  const found = new Map(calibration.items.map((item) => [item.id, item]));
  const groups: Record<'calibrated' | 'joined' | 'unchanged', string[]> = {
    calibrated: [],
    joined: [],
    unchanged: [],
  };
  const items = base.items.map((item) => {
    const name = itemName(item);
    const own = found.get(name);
    if (own?.isAnchor === true) return item;
    const isWhole = own?.steps.length === item.steps.length;
    groups[own === undefined ? 'unchanged' : isWhole ? 'calibrated' : 'joined'].push(name);
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
    score: base.score,
    worlds: { ...base.worlds },
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

/** A hundredth of the smallest error with 20,000 persons, in logits. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
