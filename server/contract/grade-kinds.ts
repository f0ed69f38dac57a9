/**
 * What the gradebook gets: the score with a comment, the level as 25, 50, 75 or 100, or 100 once the form's minimum is
 * played. Under six scored scenes it is always `done`.
 */
export const gradeKinds = ['measure', 'level', 'done'] as const;

export type GradeKind = (typeof gradeKinds)[number];

/** For activities that chose nothing. */
export const usualGrade: GradeKind = 'measure';
