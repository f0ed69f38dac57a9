/**
 * Marks of play that may not show what a person can do. None proves anything: staff decide.
 * `not-tried`: ended within seconds, with fewer acts than any honest route takes. `machine-fast`: faster than hands
 * move. `repeated`: the same acts, words and rhythm as in an earlier attempt of the person.
 */
export const effortFlags = ['not-tried', 'machine-fast', 'repeated'] as const;
export type EffortFlag = (typeof effortFlags)[number];
