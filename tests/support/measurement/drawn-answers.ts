/** Simulated responses, for calibrations with known parameters. */
import { missing, type ResponseMatrix } from '../../../scenarios/psychometrics/calibrate-types.ts';
import { categoryProbabilities, type ItemCurve } from '../../../scenarios/measurement/models.ts';
import type { Random } from '../../../scenarios/measurement/random.ts';

export interface NamedItem extends ItemCurve {
  readonly id: string;
}

export interface DrawnAnswers {
  readonly matrix: ResponseMatrix;
  readonly abilities: readonly number[];
}

/**
 * @param population abilities: normal, logits
 * @param isMet which items a person gets; all if missing
 */
export function drawAnswers(
  items: readonly NamedItem[],
  persons: number,
  random: Random,
  {
    population = { mean: 0, sd: 1.2 },
    isMet = (): boolean => true,
  }: {
    readonly population?: { readonly mean: number; readonly sd: number };
    readonly isMet?: (person: number, item: number) => boolean;
  } = {},
): DrawnAnswers {
  const abilities = Array.from({ length: persons }, () => population.mean + population.sd * random.normal());
  const points = new Int8Array(persons * items.length);
  for (const [person, ability] of abilities.entries()) {
    for (const [place, item] of items.entries()) {
      const drawn = draw(categoryProbabilities(item, ability), random.uniform());
      points[person * items.length + place] = isMet(person, place) ? drawn : missing;
    }
  }
  const columns = items.map(({ id, steps }) => ({ id, maximum: steps.length }));
  return { matrix: { items: columns, persons, points }, abilities };
}

function draw(probabilities: readonly number[], chance: number): number {
  let sum = 0;
  const found = probabilities.findIndex((share) => (sum += share) > chance);
  return found === -1 ? probabilities.length - 1 : found;
}

/** A matrix from rows; null is missing. The maximum of an item is the highest in the rows. */
export function matrixOf(rows: readonly (readonly (number | null)[])[]): ResponseMatrix {
  const width = rows[0]?.length ?? 0;
  return {
    items: Array.from({ length: width }, (_, place) => ({
      id: `i${place + 1}`,
      maximum: Math.max(1, ...rows.map((row) => row[place] ?? 0)),
    })),
    persons: rows.length,
    points: Int8Array.from(rows.flat().map((points) => points ?? missing)),
  };
}

/** Rows of pattern counts, as `lsat7` has them. */
export function rowsOfPatterns(patterns: Readonly<Record<string, number>>): number[][] {
  return Object.entries(patterns).flatMap(([pattern, count]) =>
    Array.from({ length: count }, () => pattern.split('').map(Number)),
  );
}
