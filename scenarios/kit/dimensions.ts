/** In the order of every list and report. */
export const dimensions = ['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'] as const;

export type Dimension = (typeof dimensions)[number];
