/**
 * Upper tail of χ², 0 to 1, to about 12 digits.
 * @param value ≥ 0
 * @param df an integer
 */
export function chiSquareTail(value: number, df: number): number {
  if (value <= 0) return 1;
  const [a, x] = [df / 2, value / 2];
  const front = Math.exp(a * Math.log(x) - x) / gammaOfHalves(df);
  return x < a + 1 ? 1 - front * series(a, x) : front * continuedFraction(a, x);
}

/** Γ(df/2), by recursion from Γ(½) = √π or Γ(1) = 1. */
function gammaOfHalves(df: number): number {
  let gamma = df % 2 === 0 ? 1 : Math.sqrt(Math.PI);
  for (let half = df % 2 === 0 ? 1 : 0.5; half < df / 2; half += 1) gamma *= half;
  return gamma;
}

/** Lower incomplete gamma without its prefactor: Σ xⁿ / (a (a+1) … (a+n)). */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; Math.abs(term) > sum * 1e-15; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Upper incomplete gamma without its prefactor, by Lentz's method. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 1000; n += 1) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}
