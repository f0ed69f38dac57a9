/** Uses typed arrays, because inner loops run a million times. */

/** Stored row by row. */
export interface SymmetricMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

export function createMatrix(size: number): SymmetricMatrix {
  return { size, values: new Float64Array(size * size) };
}

export function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let place = 0; place < target.length; place += 1) {
    target[place] = (target[place] ?? 0) + factor * (source[place] ?? 0);
  }
}

/** Uses four sums, which processors compute in parallel. */
export function dot(left: Float64Array, right: Float64Array): number {
  const { length } = left;
  const even = length - (length % 4);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let place = 0; place < even; place += 4) {
    first += (left[place] ?? 0) * (right[place] ?? 0);
    second += (left[place + 1] ?? 0) * (right[place + 1] ?? 0);
    third += (left[place + 2] ?? 0) * (right[place + 2] ?? 0);
    fourth += (left[place + 3] ?? 0) * (right[place + 3] ?? 0);
  }
  for (let place = even; place < length; place += 1) first += (left[place] ?? 0) * (right[place] ?? 0);
  return first + second + third + fourth;
}

/** Adds `factor` × vector × vectorᵀ to the lower half. */
export function addOuterProduct(
  { size, values }: SymmetricMatrix,
  vector: Float64Array,
  factor: number,
): void {
  for (let row = 0; row < size; row += 1) {
    const scaled = factor * (vector[row] ?? 0);
    if (scaled === 0) continue;
    const start = row * size;
    for (let column = 0; column <= row; column += 1) {
      values[start + column] = (values[start + column] ?? 0) + scaled * (vector[column] ?? 0);
    }
  }
}

/** Inverts by Cholesky from the lower half; null if not positive definite. */
export function invert(matrix: SymmetricMatrix): SymmetricMatrix | null {
  const lower = decompose(matrix);
  if (lower === null) return null;
  const { size } = matrix;
  const inverse = createMatrix(size);
  const column = new Float64Array(size);
  for (let unit = 0; unit < size; unit += 1) {
    column.fill(0);
    column[unit] = 1;
    solveInPlace(lower, column);
    for (let row = 0; row < size; row += 1) inverse.values[row * size + unit] = column[row] ?? 0;
  }
  return inverse;
}

/** Solves `matrix` · x = `right`; null if not positive definite. */
export function solve(matrix: SymmetricMatrix, right: Float64Array): Float64Array | null {
  const lower = decompose(matrix);
  if (lower === null) return null;
  const solution = Float64Array.from(right);
  solveInPlace(lower, solution);
  return solution;
}

/** A pivot below this share of its diagonal value counts as zero. */
const smallestPivot = 1e-12;

function decompose({ size, values }: SymmetricMatrix): SymmetricMatrix | null {
  const lower = createMatrix(size);
  const at = (row: number, column: number): number => lower.values[row * size + column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = values[row * size + column] ?? 0;
      for (let before = 0; before < column; before += 1) rest -= at(row, before) * at(column, before);
      if (row > column) lower.values[row * size + column] = rest / at(column, column);
      else if (rest > smallestPivot * (values[row * size + row] ?? 0)) {
        lower.values[row * size + row] = Math.sqrt(rest);
      } else return null;
    }
  }
  return lower;
}

function solveInPlace({ size, values }: SymmetricMatrix, vector: Float64Array): void {
  const at = (row: number, column: number): number => values[row * size + column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    let rest = vector[row] ?? 0;
    for (let column = 0; column < row; column += 1) rest -= at(row, column) * (vector[column] ?? 0);
    vector[row] = rest / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = vector[row] ?? 0;
    for (let below = row + 1; below < size; below += 1) rest -= at(below, row) * (vector[below] ?? 0);
    vector[row] = rest / at(row, row);
  }
}
