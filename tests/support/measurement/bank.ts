import type { Dimension } from '../../../scenarios/kit/dimensions.ts';
import type { Bank, ItemParameters, Response } from '../../../scenarios/kit/measurement-types.ts';
import { content } from '../s02.ts';
import { catrFigures } from './catr-figures.ts';

/** The bank of the product: 36 guessed items. */
export const bank1 = content.getBank(1);

/** Eight items with the figures of catR. */
export const eight: readonly ItemParameters[] = catrFigures.bank8.map(({ id, a, b }) => ({
  scenario: id,
  dimension: 'OUT',
  slope: a,
  steps: b,
  provenance: 'calibrated',
}));

/** A bank with other items, or another prior. */
export function bankWith(change: Partial<Bank>): Bank {
  return { ...bank1, ...change };
}

/** Answers to items in order; null is missing. */
export function answers(items: readonly ItemParameters[], points: readonly (number | null)[]): Response[] {
  return items.flatMap((item, index) => {
    const earned = points[index] ?? null;
    return earned === null ? [] : [{ item, points: earned }];
  });
}

/** The item of bank 1 of a scenario, by the start of its id (`s02`). */
export function itemOf(scenario: string, dimension: Dimension): ItemParameters {
  const item = bank1.items.find(
    (one) => one.scenario.startsWith(`${scenario}-`) && one.dimension === dimension,
  );
  if (item === undefined) throw new Error(`bank 1 has no ${dimension} of ${scenario}`);
  return item;
}

/** Only the items of the seven scenes that were written first. */
export function bankOfScenes(): Bank {
  const written = new Set(content.getBank(2).items.map(({ scenario }) => scenario));
  return bankWith({ items: bank1.items.filter(({ scenario }) => written.has(scenario)) });
}
