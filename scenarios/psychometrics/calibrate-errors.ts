/**
 * Errors from the observed information (Louis 1982): I = Σ_persons [ E(B|x) − Cov(s|x) ] over the
 * posterior of the ability; B and s: second and first derivatives of the complete log-likelihood. Includes
 * the population’s uncertainty.
 */
import { addScaled, createMatrix, dot, invert, type SymmetricMatrix } from './calibrate-algebra.ts';
import { type CurveTable, differentiate, type OffsetCurve, tabulate, toSteps } from './calibrate-curves.ts';
import type { Freedom } from './calibrate-parameters.ts';
import type { PatternBlock } from './calibrate-patterns.ts';
import {
  baseOf,
  type Expectation,
  type Figures,
  logPrior,
  nodes,
  scoreOf,
  weigh,
} from './calibrate-posterior.ts';

export interface FigureErrors {
  /** By item, logits; null if the item was held fixed. */
  readonly items: readonly ({ readonly steps: readonly number[]; readonly slope: number | null } | null)[];
  readonly mean: number | null;
  readonly sd: number | null;
}

interface Places {
  /** Index of each item's first parameter; −1 if held fixed. */
  readonly items: readonly number[];
  readonly mean: number;
  readonly sd: number;
  readonly size: number;
}

/** Null if the data don't determine all parameters. */
export function findErrors(
  blocks: readonly PatternBlock[],
  figures: Figures,
  expectation: Expectation,
  freedom: Freedom,
): FigureErrors | null {
  const places = placeFigures(figures, freedom);
  const information = completeInformation(figures, expectation, freedom, places);
  subtractMissing(information, blocks, figures, freedom, places);
  const covariance = invert(information);
  if (covariance === null) return null;
  const variance = (place: number): number => covariance.values[place * places.size + place] ?? 0;
  const errorAt = (place: number): number | null => (place === -1 ? null : Math.sqrt(variance(place)));
  return {
    items: figures.curves.map((curve, item) => {
      const start = places.items[item] ?? -1;
      if (start === -1) return null;
      const slopePlace = freedom.slopes ? start + curve.offsets.length : -1;
      return { steps: stepErrors(curve, start, slopePlace, covariance), slope: errorAt(slopePlace) };
    }),
    mean: errorAt(places.mean),
    sd: errorAt(places.sd),
  };
}

function placeFigures({ curves }: Figures, freedom: Freedom): Places {
  let size = 0;
  const take = (count: number): number => (size += count) - count;
  const items = curves.map(({ offsets }, item) =>
    freedom.items[item] === true ? take(offsets.length + (freedom.slopes ? 1 : 0)) : -1,
  );
  const mean = freedom.mean ? take(1) : -1;
  const sd = freedom.sd ? take(1) : -1;
  return { items, mean, sd, size };
}

function completeInformation(
  { curves, mean, sd }: Figures,
  { items, persons, sum, squares }: Expectation,
  freedom: Freedom,
  places: Places,
): SymmetricMatrix {
  const all = createMatrix(places.size);
  const set = (row: number, column: number, value: number): void => {
    all.values[row * places.size + column] = value;
  };
  for (const [item, counts] of items.entries()) {
    const start = places.items[item] ?? -1;
    const curve = curves[item];
    if (start === -1 || curve === undefined) continue;
    const { information } = differentiate(curve, counts, nodes, freedom.slopes);
    for (let row = 0; row < information.size; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        set(start + row, start + column, information.values[row * information.size + column] ?? 0);
      }
    }
  }
  const offMean = sum - persons * mean;
  const offSquares = squares - 2 * mean * sum + persons * mean ** 2;
  if (places.mean !== -1) set(places.mean, places.mean, persons / sd ** 2);
  if (places.sd !== -1) set(places.sd, places.sd, (3 * offSquares) / sd ** 4 - persons / sd ** 2);
  if (places.mean !== -1 && places.sd !== -1) set(places.sd, places.mean, (2 * offMean) / sd ** 3);
  return all;
}

/** Subtracts Σ Cov(s|x) from the lower half. */
function subtractMissing(
  information: SymmetricMatrix,
  blocks: readonly PatternBlock[],
  figures: Figures,
  freedom: Freedom,
  places: Places,
): void {
  const tables = figures.curves.map((curve) => tabulate(curve, nodes));
  const prior = logPrior(figures);
  const derivatives = deriveOnNodes(figures, tables, freedom, places);
  const weights = new Float64Array(nodes.length);
  for (const block of blocks) {
    const own = listPlaces(block, figures, freedom, places);
    const lost = createMatrix(own.length);
    const base = baseOf(block, tables, prior);
    for (let group = 0; group < block.persons.length; group += 1) {
      weigh(base, scoreOf(block, group, figures.curves), weights);
      addCovariance(lost, own, { derivatives, weights, block, group });
    }
    for (const [row, { place: rowPlace }] of own.entries()) {
      for (const [column, { place: columnPlace }] of own.slice(0, row + 1).entries()) {
        const at = rowPlace * places.size + columnPlace;
        information.values[at] =
          (information.values[at] ?? 0) - (lost.values[row * own.length + column] ?? 0);
      }
    }
  }
}

interface OwnPlace {
  readonly place: number;
  /** For a slope, index of its item among the block's items; otherwise −1. */
  readonly slopeOf: number;
}

function listPlaces(block: PatternBlock, { curves }: Figures, freedom: Freedom, places: Places): OwnPlace[] {
  const own: OwnPlace[] = [];
  for (const [met, item] of block.items.entries()) {
    const start = places.items[item] ?? -1;
    const steps = curves[item]?.offsets.length ?? 0;
    if (start === -1) continue;
    for (let step = 0; step < steps; step += 1) own.push({ place: start + step, slopeOf: -1 });
    if (freedom.slopes) own.push({ place: start + steps, slopeOf: met });
  }
  for (const place of [places.mean, places.sd]) if (place !== -1) own.push({ place, slopeOf: -1 });
  return own;
}

/** Part of s that depends on θ alone, by parameter and node: P_k for c_k, −θ E for a. */
function deriveOnNodes(
  { curves, mean, sd }: Figures,
  tables: readonly CurveTable[],
  freedom: Freedom,
  places: Places,
): readonly Float64Array[] {
  const rows = Array.from({ length: places.size }, () => new Float64Array(nodes.length));
  for (const [item, table] of tables.entries()) {
    const start = places.items[item] ?? -1;
    if (start === -1) continue;
    for (const [step, probabilities] of table.probabilities.entries()) rows[start + step]?.set(probabilities);
    if (!freedom.slopes) continue;
    const expected = nodes.map((theta, node) =>
      table.probabilities.reduce((sum, own, step) => sum - theta * (step + 1) * (own[node] ?? 0), 0),
    );
    rows[start + (curves[item]?.offsets.length ?? 0)]?.set(expected);
  }
  rows[places.mean]?.set(nodes.map((theta) => (theta - mean) / sd ** 2));
  rows[places.sd]?.set(nodes.map((theta) => ((theta - mean) / sd) ** 2 / sd));
  return rows;
}

/** Posterior weights below this have no visible effect. */
const lightest = 1e-8;

/** Adds persons × Cov(s|x) to the lower half. */
function addCovariance(
  lost: SymmetricMatrix,
  own: readonly OwnPlace[],
  given: {
    readonly derivatives: readonly Float64Array[];
    readonly weights: Float64Array;
    readonly block: PatternBlock;
    readonly group: number;
  },
): void {
  const { derivatives, weights, block, group } = given;
  const persons = block.persons[group] ?? 0;
  const [from, to] = heavyNodes(weights);
  const some = weights.subarray(from, to);
  const abilities = nodes.subarray(from, to);
  const roots = some.map((weight) => Math.sqrt(persons * weight));
  const rows = own.map(({ place, slopeOf }) => {
    const row = (derivatives[place] ?? nodes).slice(from, to);
    if (slopeOf !== -1) {
      addScaled(row, abilities, block.categories[group * block.items.length + slopeOf] ?? 0);
    }
    const mean = dot(row, some);
    for (let node = 0; node < row.length; node += 1) {
      row[node] = ((row[node] ?? 0) - mean) * (roots[node] ?? 0);
    }
    return row;
  });
  for (const [place, row] of rows.entries()) {
    for (let column = 0; column <= place; column += 1) {
      const at = place * own.length + column;
      lost.values[at] = (lost.values[at] ?? 0) + dot(row, rows[column] ?? row);
    }
  }
}

/** Indexes of the first heavy node, and one past the last. */
function heavyNodes(weights: Float64Array): readonly [number, number] {
  const isHeavy = (weight: number): boolean => weight >= lightest;
  return [weights.findIndex(isHeavy), weights.findLastIndex(isHeavy) + 1];
}

/** Delta method: b_v = (c_v − c_{v−1}) / a. */
function stepErrors(
  curve: OffsetCurve,
  start: number,
  slopePlace: number,
  { size, values }: SymmetricMatrix,
): number[] {
  return toSteps(curve).map((step, place) => {
    const parts: [number, number][] = [[start + place, 1 / curve.slope]];
    if (place > 0) parts.push([start + place - 1, -1 / curve.slope]);
    if (slopePlace !== -1) parts.push([slopePlace, -step / curve.slope]);
    let variance = 0;
    for (const [row, left] of parts) {
      for (const [column, right] of parts) variance += left * right * (values[row * size + column] ?? 0);
    }
    return Math.sqrt(variance);
  });
}
