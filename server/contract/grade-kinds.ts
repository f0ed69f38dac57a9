import { z } from 'zod';
import type { PlatformFamily } from '../../lti/platform-quirks.ts';

/**
 * What the gradebook gets: the score with a comment, the level as 25, 50, 75 or 100, or 100 once the form's minimum is
 * played. Under six scored scenes it is always `done`.
 */
export const gradeKinds = ['measure', 'level', 'done'] as const;

export type GradeKind = (typeof gradeKinds)[number];

/** For activities that chose nothing. */
export const usualGrade: GradeKind = 'measure';

/** What learners see of a grade that the LMS is asked not to show. `unknown`: nobody has looked. */
export interface GradeShown {
  readonly family: PlatformFamily;
  readonly keepsBack: 'yes' | 'no' | 'unknown';
}

/** POST /api/activity/grade-kind: what staff choose after the picker. */
export const GradeKindRequest = z.strictObject({ kind: z.enum(gradeKinds) });

export interface GradeKindAnswer {
  /** Grades in the gradebook that will be replaced. */
  readonly grades: number;
}
