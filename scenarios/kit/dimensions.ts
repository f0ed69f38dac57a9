/** The six dimensions that are measured (assessment.md §1.5). */

/** In the order in which they are told. */
export const dimensions = ['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'] as const;

export type Dimension = (typeof dimensions)[number];
