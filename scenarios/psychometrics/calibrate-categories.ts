/** Joins rare numbers of points, from which nothing can be estimated. */
import type { CalibrationWarning } from './calibrate-types.ts';

export interface JoinedCategories {
  /** By number of points, from 0. */
  readonly categories: readonly number[];
  readonly warnings: readonly CalibrationWarning[];
}

interface Category {
  readonly points: readonly number[];
  readonly persons: number;
}

/**
 * Joins the rarest category to its rarer neighbour until each has `rarest` persons (ten: Linacre 2002,
 * Optimizing rating scale category effectiveness) or two are left.
 * @param counts persons by number of points, from 0
 */
export function joinCategories(item: string, counts: readonly number[], rarest: number): JoinedCategories {
  const warnings: CalibrationWarning[] = [];
  let groups: Category[] = counts.map((persons, points) => ({ points: [points], persons }));
  while (groups.length > 2) {
    const place = placeOfRarest(groups);
    const category = groups[place];
    if (category === undefined || category.persons >= rarest) break;
    const neighbour = rarerNeighbour(groups, place);
    const joined = groups[neighbour];
    if (joined === undefined) break;
    warnings.push({
      code: 'category-joined',
      item,
      points: category.points[0] ?? 0,
      joined: joined.points[0] ?? 0,
      persons: category.persons,
    });
    const first = Math.min(place, neighbour);
    groups = [
      ...groups.slice(0, first),
      {
        points: [category, joined].flatMap(({ points }) => points).sort((left, right) => left - right),
        persons: category.persons + joined.persons,
      },
      ...groups.slice(first + 2),
    ];
  }
  for (const { points, persons } of groups) {
    if (persons < rarest) warnings.push({ code: 'category-rare', item, points: points[0] ?? 0, persons });
  }
  const categories = counts.map((_, points) =>
    groups.findIndex((category) => category.points.includes(points)),
  );
  return { categories, warnings };
}

function placeOfRarest(categories: readonly Category[]): number {
  const fewest = Math.min(...categories.map(({ persons }) => persons));
  return categories.findIndex(({ persons }) => persons === fewest);
}

/** On a tie the lower one, so that nobody is credited with more points than were seen. */
function rarerNeighbour(categories: readonly Category[], place: number): number {
  const below = categories[place - 1]?.persons ?? Infinity;
  const above = categories[place + 1]?.persons ?? Infinity;
  return below <= above ? place - 1 : place + 1;
}
