/** When a level or a number may be told. Every reader asks here, so that none gets what another doesn't. */
import type { Estimate, Measure } from '../kit/measurement-types.ts';

/** In finished, scored scenes, whatever smaller minimum a form has: fewer say too little about a person. */
export const scenesForLevel = 6;

/** Logits. A larger error would spread the 80 % band over more than one and a half levels. */
const largestDimensionError = 0.7;

/** @param minScenes the form's own minimum, which counts if it is larger */
export function countForLevel(minScenes: number): number {
  return Math.max(scenesForLevel, minScenes);
}

/** @param minScenes the form's own minimum */
export function hasLevel(measure: Measure | null, minScenes = scenesForLevel): measure is Measure {
  return measure !== null && measure.scenes >= countForLevel(minScenes);
}

/** Only for a dimension of a measure that has a level. */
export function isDimensionPrecise({ se }: Pick<Estimate, 'se'>): boolean {
  return se <= largestDimensionError;
}
