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

export function levelsWithout(
  resources: readonly Resource[],
  dimension: Resource['dimension'],
): readonly Level[] {
  const own = resources.filter((one) => one.dimension === dimension);
  return levels.filter((level) => !own.some(({ levels: { from, to } }) => from <= level && level <= to));
}

/**
 * The format requires both languages, so equal words or addresses suggest a missing one. Equal names are
 * fine.
 */
export function languageDoubts({ text, place, link }: Resource): readonly ('same-words' | 'same-address')[] {
  const sameWords = text.fr === text.en || (place !== undefined && place.fr === place.en);
  return [
    ...(sameWords ? (['same-words'] as const) : []),
    ...(link !== undefined && link.fr === link.en ? (['same-address'] as const) : []),
  ];
}
