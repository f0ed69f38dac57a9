/** Matrices are lists of rows. */

export type Matrix = readonly (readonly number[])[];

/**
 * Gauss-Jordan. Null if not positive definite, or so nearly singular that the result would be rounding error.
 */
export function inverse(matrix: Matrix): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...row.map((_, column) => (column === index ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = rows[pivot] ?? [];
    const scale = own[pivot] ?? 0;
    if (!(scale > 1e-12 * Math.abs(matrix[pivot]?.[pivot] ?? 0))) return null;
    for (let column = 0; column < 2 * size; column += 1) own[column] = (own[column] ?? 0) / scale;
    for (const row of rows) {
      if (row === own) continue;
      const share = row[pivot] ?? 0;
      for (let column = 0; column < 2 * size; column += 1) {
        row[column] = (row[column] ?? 0) - share * (own[column] ?? 0);
      }
    }
  }
  return rows.map((row) => row.slice(size));
}

export function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}
