import { type OffsetCurve, slopeRange } from './calibrate-curves.ts';
import type { Figures } from './calibrate-posterior.ts';

export interface Freedom {
  readonly items: readonly boolean[];
  /** Slopes of the free items. */
  readonly slopes: boolean;
  readonly mean: boolean;
  readonly sd: boolean;
}

/** Positive parameters become logarithms, so that they stay positive. */
export function toVector({ curves, mean, sd }: Figures, freedom: Freedom): number[] {
  const vector = curves.flatMap(({ offsets, slope }, item) =>
    freedom.items[item] === true ? [...offsets, ...(freedom.slopes ? [Math.log(slope)] : [])] : [],
  );
  if (freedom.mean) vector.push(mean);
  if (freedom.sd) vector.push(Math.log(sd));
  return vector;
}

export function fromVector(vector: readonly number[], held: Figures, freedom: Freedom): Figures {
  let place = 0;
  const next = (): number => vector[place++] ?? 0;
  const curves = held.curves.map((curve, item): OffsetCurve => {
    if (freedom.items[item] !== true) return curve;
    const offsets = curve.offsets.map(next);
    const slope = freedom.slopes ? Math.exp(next()) : curve.slope;
    return { offsets, slope: Math.min(slopeRange.highest, Math.max(slopeRange.lowest, slope)) };
  });
  const mean = freedom.mean ? next() : held.mean;
  const sd = freedom.sd ? Math.exp(next()) : held.sd;
  return { curves, mean, sd };
}
