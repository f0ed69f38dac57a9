/** What a list of resources leaves open: levels without anything, and words or addresses that may lack a language. */
import type { ResourcesAnswer } from '../../../../server/contract/report.ts';

export type Resource = ResourcesAnswer['resources'][number];

type Level = Resource['levels']['from'];

export const dimensions = [
  'OUT',
  'INF',
  'COM',
  'PRO',
  'SEC',
  'RES',
] as const satisfies readonly Resource['dimension'][];

const levels = [1, 2, 3, 4] as const satisfies readonly Level[];

/** The levels of a dimension at which a person would be pointed to nothing. */
export function levelsWithout(
  resources: readonly Resource[],
  dimension: Resource['dimension'],
): readonly Level[] {
  const own = resources.filter((one) => one.dimension === dimension);
  return levels.filter((level) => !own.some(({ levels: { from, to } }) => from <= level && level <= to));
}

/**
 * The format asks for both languages, so none is ever absent; the same words or the same address in both are the sign
 * that one was not written yet. A name alone may well be the same.
 */
export function languageDoubts({ text, place, link }: Resource): readonly ('same-words' | 'same-address')[] {
  const sameWords = text.fr === text.en || (place !== undefined && place.fr === place.en);
  return [
    ...(sameWords ? (['same-words'] as const) : []),
    ...(link !== undefined && link.fr === link.en ? (['same-address'] as const) : []),
  ];
}
