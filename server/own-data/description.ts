import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { ReportResult } from '../contract/report.ts';
import type { Words } from '../contract/words.ts';
import type { CopiedNote, CopiedNotice, CopiedRequest } from './person-copy.ts';

export const keptKinds = [
  ...(['visits', 'actions', 'typed', 'results', 'grades', 'comfort'] as const),
  ...(['settings', 'groups', 'notes', 'requests', 'research', 'background'] as const),
] as const;
export type KeptKind = (typeof keptKinds)[number];

export interface Kept {
  readonly kind: KeptKind;
  readonly count: number;
  /** Of the first and the last of them, ms since 1970 UTC; null if no time is stored. */
  readonly first: number | null;
  readonly last: number | null;
}

export interface PlayedScene {
  /** Null if the scene is no longer delivered. */
  readonly title: Words | null;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
  /** Null without a result, of scenes that give no points, and until the result is told. */
  readonly points: { readonly earned: number; readonly possible: number } | null;
  readonly actions: number;
  readonly typed: readonly string[];
  readonly at: number;
}

export interface KeptGrade {
  /** Null: of the whole attempt. */
  readonly dimension: Dimension | null;
  /** Of 100. */
  readonly score: number;
  readonly state: 'pending' | 'sent' | 'failed' | 'withdrawn';
  /** When it was sent, else when it was made. */
  readonly at: number;
  readonly comment: string;
}

export interface PlayedAttempt {
  /** From 1, in its activity. */
  readonly number: number;
  /** Tried out: it counts for nothing. */
  readonly practice: boolean;
  /** By its study; null if that promises no period. */
  readonly keptMonths: number | null;
  readonly startedAt: number;
  /** Null while it goes on. */
  readonly endedAt: number | null;
  /** As the person's report has it. */
  readonly result: ReportResult;
  readonly hasProvisional: boolean;
  /** In the order in which they were played. */
  readonly scenes: readonly PlayedScene[];
  /** None until the result is told. */
  readonly grades: readonly KeptGrade[];
  readonly notes: readonly CopiedNote[];
  readonly requests: readonly CopiedRequest[];
}

export interface PlayedActivity {
  /** As the course names it, else the form's title. */
  readonly name: Words;
  /** Each edition of a study once, oldest first. */
  readonly notices: readonly CopiedNotice[];
  readonly attempts: readonly PlayedAttempt[];
}

export interface SentCopy {
  /** Of the record store or the LMS. */
  readonly host: string;
  readonly purpose: 'operational' | 'research' | 'grades';
  readonly sent: number;
  readonly waiting: number;
}

/** By role: the person learns no name of staff. */
export interface OpenedBy {
  readonly at: number;
  readonly by: 'staff' | 'operator';
  /** `list`: a file about the whole activity, in which the person may be. */
  readonly how: 'sheet' | 'actions' | 'timeline' | 'opened' | 'exported' | 'list' | 'changed';
}

export interface Description {
  /** Kinds of which nothing is kept are left out. */
  readonly kept: readonly Kept[];
  /** Null if the study names none and the operator neither. */
  readonly organisation: Words | null;
  /** In the order in which they were first opened. */
  readonly activities: readonly PlayedActivity[];
  readonly sent: readonly SentCopy[];
  /** Newest first. */
  readonly opened: readonly OpenedBy[];
  /** How many there are, earlier ones included. */
  readonly openedCount: number;
  /** Null: the organisation decides. `by-activity`: attempts differ. */
  readonly keptMonths: number | null | 'by-activity';
  /** IANA name, for the dates. */
  readonly timeZone: string;
}
