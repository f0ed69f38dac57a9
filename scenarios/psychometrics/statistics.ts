/** NaN for an empty list. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Divides by n − 1; NaN below two numbers. */
export function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

/** Pearson's r, −1 to 1; null below three pairs or if one side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const [left, right] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
  const scale = Math.sqrt(variance(left) * variance(right));
  if (pairs.length < 3 || !(scale > 0)) return null;
  const [middleLeft, middleRight] = [mean(left), mean(right)];
  const together = pairs.reduce((sum, [one, other]) => sum + (one - middleLeft) * (other - middleRight), 0);
  return together / (pairs.length - 1) / scale;
}
