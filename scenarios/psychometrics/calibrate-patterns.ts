/**
 * Groups persons with equal likelihoods: with z_k = a k θ − c_k, the likelihood is exp(s θ − Σ c_x) / Π
 * D_i(θ), where s = Σ a x. With fixed slopes, equal items and s suffice; otherwise equal answers.
 */
import { missing, type ResponseMatrix } from './calibrate-types.ts';

export interface PatternBlock {
  readonly items: readonly number[];
  readonly persons: Float64Array;
  /** By group and item. If slopes are held, those of one member. */
  readonly categories: Uint8Array;
}

interface Group {
  /** Categories of the first member, by item. */
  readonly row: readonly number[];
  persons: number;
}

/**
 * @param categories by item and number of points
 * @param heldSlopes slopes of all items; null if any is estimated
 */
export function groupPatterns(
  matrix: ResponseMatrix,
  categories: readonly (readonly number[])[],
  heldSlopes: readonly number[] | null,
): PatternBlock[] {
  const blocks = new Map<string, { items: number[]; groups: Map<string, Group> }>();
  const width = matrix.items.length;
  for (let person = 0; person < matrix.persons; person += 1) {
    const items: number[] = [];
    const row: number[] = [];
    for (let item = 0; item < width; item += 1) {
      const earned = matrix.points[person * width + item] ?? missing;
      if (earned === missing) continue;
      items.push(item);
      row.push(categories[item]?.[earned] ?? 0);
    }
    if (items.length === 0) continue;
    const met = items.join();
    const block = blocks.get(met) ?? { items, groups: new Map<string, Group>() };
    blocks.set(met, block);
    const key = heldSlopes === null ? row.join() : sumOf(row, items, heldSlopes).toFixed(9);
    const group = block.groups.get(key);
    if (group === undefined) block.groups.set(key, { row, persons: 1 });
    else group.persons += 1;
  }
  return [...blocks.values()].map(({ items, groups }) => {
    const all = [...groups.values()];
    return {
      items,
      persons: Float64Array.from(all.map(({ persons }) => persons)),
      categories: Uint8Array.from(all.flatMap(({ row }) => row)),
    };
  });
}

function sumOf(row: readonly number[], items: readonly number[], slopes: readonly number[]): number {
  return row.reduce((sum, category, place) => sum + category * (slopes[items[place] ?? 0] ?? 1), 0);
}
