/**
 * For R and Python: items in column order, loading matrix Q for `TAM::tam.mml(resp, Q = Q, irtmodel =
 * "PCM")`. Not tested with R.
 */
import { itemName } from '../../scenarios/psychometrics/item-name.ts';
import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';

export interface BankFile {
  readonly what: string;
  readonly version: number;
  readonly model: Bank['model'];
  readonly source: string;
  readonly prior: Bank['prior'];
  readonly cuts: Bank['cuts'];
  readonly dimensions: readonly Dimension[];
  /** Items × dimensions. */
  readonly q: readonly (readonly number[])[];
  readonly items: readonly BankFileItem[];
}

interface BankFileItem {
  readonly name: string;
  readonly scenario: string;
  readonly dimension: Dimension;
  readonly max: number;
  readonly slope: number;
  /** b_1 … b_max, logits. */
  readonly steps: readonly number[];
  readonly provenance: string;
}

export function toBankFile({ version, model, source, prior, cuts, items }: Bank): BankFile {
  return {
    what: 'NUM+ item bank; items in the order of the columns of the matrix',
    version,
    model,
    source,
    prior,
    cuts,
    dimensions,
    q: items.map((item) => dimensions.map((dimension) => (dimension === item.dimension ? 1 : 0))),
    items: items.map((item) => ({
      name: itemName(item),
      scenario: item.scenario,
      dimension: item.dimension,
      max: item.steps.length,
      slope: item.slope,
      steps: item.steps,
      provenance: item.provenance,
    })),
  };
}
