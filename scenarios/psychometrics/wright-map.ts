/** Persons and item steps on one scale of logits. */
import { itemName } from './item-name.ts';
import type { Respondent } from './respondents.ts';
import type { Bank } from '../kit/measurement-types.ts';

export interface WrightMap {
  /** Half a logit wide, ascending; persons beyond ±4 count at the ends. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly persons: number }[];
  /** From easy to hard. */
  readonly steps: readonly { readonly name: string; readonly step: number; readonly location: number }[];
}

const width = 0.5;
const end = 4;

export function wrightMapOf({ items }: Bank, respondents: readonly Respondent[]): WrightMap {
  const count = (2 * end) / width;
  const places = respondents.map(({ theta }) =>
    Math.min(count - 1, Math.max(0, Math.floor((theta + end) / width))),
  );
  return {
    bins: Array.from({ length: count }, (_, place) => ({
      from: place * width - end,
      to: (place + 1) * width - end,
      persons: places.filter((own) => own === place).length,
    })),
    steps: items
      .flatMap((item) =>
        item.steps.map((location, index) => ({ name: itemName(item), step: index + 1, location })),
      )
      .toSorted((left, right) => left.location - right.location),
  };
}
