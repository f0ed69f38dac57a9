/**
 * Marks of play that may not show what a person can do; staff decide. `not-tried`: ended within seconds,
 * with fewer acts than any honest route. `machine-fast`: faster than hands. `repeated`: the acts, words
 * and rhythm of an earlier attempt.
 */
export const effortFlags = ['not-tried', 'machine-fast', 'repeated'] as const;
export type EffortFlag = (typeof effortFlags)[number];
