/**
 * Differential item functioning: is an item harder for the focal group at equal ability (Fairness in
 * docs/researchers/en/measurement.md)? Strata: about equal ability on all other items. Reference group:
 * for whom the item was made.
 */
import { chiSquareTail } from './chi-square.ts';
import { dot, inverse, times } from './linear.ts';

/** Numbers of persons by points on the item, from 0. */
export interface Stratum {
  readonly reference: readonly number[];
  readonly focal: readonly number[];
}

export interface GroupedAnswer {
  readonly group: 'reference' | 'focal';
  readonly points: number;
  /** Score on the other items. */
  readonly matched: number;
}

/** ETS: A or AA negligible, B or BB moderate, C or CC large. */
type DichotomousClass = 'A' | 'B' | 'C';
type PolytomousClass = 'AA' | 'BB' | 'CC';

const significant = 0.05;

/**
 * One stratum per matching score, ascending.
 * @param max the item's maximum points
 */
export function stratify(answers: readonly GroupedAnswer[], max: number): Stratum[] {
  const byScore = new Map<number, Record<GroupedAnswer['group'], number[]>>();
  for (const { group, points, matched } of answers) {
    const none = (): number[] => Array.from({ length: max + 1 }, () => 0);
    const stratum = byScore.get(matched) ?? { reference: none(), focal: none() };
    stratum[group][points] = (stratum[group][points] ?? 0) + 1;
    byScore.set(matched, stratum);
  }
  return [...byScore].sort(([one], [other]) => one - other).map(([, stratum]) => stratum);
}

export interface MantelHaenszel {
  /** Continuity-corrected, 1 degree of freedom. */
  readonly chiSquare: number;
  readonly chiSquareUncorrected: number;
  readonly p: number;
  /** Odds of a point, reference over focal; 1: no difference. */
  readonly oddsRatio: number;
  /** Standard error of the ratio's logarithm (Robins, Breslow & Greenland 1986). */
  readonly logOddsError: number;
  /** ETS's D = −2.35 ln(odds ratio); below 0: harder for the focal group. */
  readonly delta: number;
  readonly class: DichotomousClass;
}

/**
 * For an item of one point. Class (ETS) A: |D| < 1 or not significant; C: |D| ≥ 1.5 and significantly
 * above 1; otherwise B. Null if no stratum has both groups and both answers.
 */
export function mantelHaenszel(strata: readonly Stratum[]): MantelHaenszel | null {
  let [surplus, variance, favour, against] = [0, 0, 0, 0];
  let [favourOwn, mixed, againstOwn] = [0, 0, 0];
  for (const { reference, focal } of strata) {
    const [without = 0, withPoint = 0] = reference;
    const [focalWithout = 0, focalWith = 0] = focal;
    const [ofReference, ofFocal] = [without + withPoint, focalWithout + focalWith];
    const all = ofReference + ofFocal;
    if (ofReference === 0 || ofFocal === 0) continue;
    const [right, wrong] = [withPoint + focalWith, without + focalWithout];
    surplus += withPoint - (ofReference * right) / all;
    variance += (ofReference * ofFocal * right * wrong) / (all ** 2 * (all - 1));
    const [one, other] = [(withPoint * focalWithout) / all, (without * focalWith) / all];
    const [agree, differ] = [(withPoint + focalWithout) / all, (without + focalWith) / all];
    favour += one;
    against += other;
    favourOwn += agree * one;
    mixed += agree * other + differ * one;
    againstOwn += differ * other;
  }
  if (!(variance > 0) || favour === 0 || against === 0) return null;
  const oddsRatio = favour / against;
  const logOddsError = Math.sqrt(
    favourOwn / (2 * favour ** 2) + mixed / (2 * favour * against) + againstOwn / (2 * against ** 2),
  );
  const chiSquare = Math.max(0, Math.abs(surplus) - 0.5) ** 2 / variance;
  const delta = -2.35 * Math.log(oddsRatio);
  const p = chiSquareTail(chiSquare, 1);
  return {
    chiSquare,
    chiSquareUncorrected: surplus ** 2 / variance,
    p,
    oddsRatio,
    logOddsError,
    delta,
    class: classOf(Math.abs(delta), 2.35 * logOddsError, p),
  };
}

function classOf(size: number, error: number, p: number): DichotomousClass {
  if (size < 1 || p > significant) return 'A';
  // ETS's test is one-sided: above 1 by more than 1.645 standard errors.
  return size >= 1.5 && size - 1 > 1.645 * error ? 'C' : 'B';
}

export interface Mantel {
  /** 1 degree of freedom. */
  readonly chiSquare: number;
  readonly p: number;
  /**
   * Standardised mean difference in points, focal − reference, weighted by the focal group. Below 0: harder
   * for it.
   */
  readonly smd: number;
  readonly sd: number;
  readonly class: PolytomousClass;
}

/**
 * For an item of several points. Class AA: p > 0.05 or |SMD/SD| ≤ 0.17; CC: > 0.25; otherwise BB. Null if no
 * stratum has both groups and different answers.
 */
export function mantel(strata: readonly Stratum[]): Mantel | null {
  const usable = strata.filter(({ reference, focal }) => sum(reference) > 0 && sum(focal) > 0);
  const ofFocal = sum(usable.map(({ focal }) => sum(focal)));
  let [surplus, variance, smd] = [0, 0, 0];
  for (const { reference, focal } of usable) {
    const all = reference.map((count, points) => count + (focal[points] ?? 0));
    const [n, nFocal, nReference] = [sum(all), sum(focal), sum(reference)];
    surplus += moment(focal, 1) - (nFocal * moment(all, 1)) / n;
    variance += ((nReference * nFocal) / (n ** 2 * (n - 1))) * (n * moment(all, 2) - moment(all, 1) ** 2);
    smd += (nFocal / ofFocal) * (moment(focal, 1) / nFocal - moment(reference, 1) / nReference);
  }
  if (!(variance > 0)) return null;
  const chiSquare = surplus ** 2 / variance;
  const p = chiSquareTail(chiSquare, 1);
  const sd = deviationOf(usable);
  const size = Math.abs(smd) / sd;
  const kind = p > significant || size <= 0.17 ? 'AA' : size > 0.25 ? 'CC' : 'BB';
  return { chiSquare, p, smd, sd, class: kind };
}

function deviationOf(strata: readonly Stratum[]): number {
  const all = strata.flatMap(({ reference, focal }) => [reference, focal]);
  const total = (power: number): number => sum(all.map((counts) => moment(counts, power)));
  return Math.sqrt((total(2) - total(1) ** 2 / total(0)) / (total(0) - 1));
}

export interface GeneralisedMantelHaenszel {
  readonly chiSquare: number;
  /** The item's maximum points. */
  readonly df: number;
  readonly p: number;
}

/**
 * Treats points as unordered categories, so it also detects differences that cross. Null if the answers do
 * not allow it.
 */
export function generalisedMantelHaenszel(strata: readonly Stratum[]): GeneralisedMantelHaenszel | null {
  const df = (strata[0]?.reference.length ?? 1) - 1;
  const surplus = Array.from({ length: df }, () => 0);
  const covariance = surplus.map(() => surplus.map(() => 0));
  for (const { reference, focal } of strata) {
    const [ofReference, ofFocal] = [sum(reference), sum(focal)];
    const n = ofReference + ofFocal;
    if (ofReference === 0 || ofFocal === 0) continue;
    const all = reference.map((count, points) => count + (focal[points] ?? 0));
    const scale = (ofReference * ofFocal) / (n ** 2 * (n - 1));
    for (let row = 0; row < df; row += 1) {
      const own = all[row + 1] ?? 0;
      surplus[row] = (surplus[row] ?? 0) + (focal[row + 1] ?? 0) - (ofFocal * own) / n;
      covariance[row] = (covariance[row] ?? []).map((value, column) => {
        const other = all[column + 1] ?? 0;
        return value + scale * own * ((row === column ? n : 0) - other);
      });
    }
  }
  const precision = df === 0 ? null : inverse(covariance);
  if (precision === null) return null;
  const chiSquare = dot(surplus, times(precision, surplus));
  return { chiSquare, df, p: chiSquareTail(chiSquare, df) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Σ n_k k^power. */
function moment(counts: readonly number[], power: number): number {
  return sum(counts.map((count, points) => count * points ** power));
}
