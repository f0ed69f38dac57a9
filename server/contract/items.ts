/** The part of the contract about the items of an activity: how they work among the people who played it. */
import type { MaskedReport } from '../../scenarios/psychometrics/mask-report.ts';

/** GET /api/activity/items */
export interface ItemsAnswer {
  /** Without small cells. */
  readonly report: MaskedReport;
  /** By scenario id, where it is on this server. */
  readonly titles: Readonly<Record<string, Readonly<Record<'fr' | 'en', string>>>>;
  /** How many attempts one answer reads at most. */
  readonly attemptsRead: number;
  /** False where the activity has more. */
  readonly isComplete: boolean;
}

export type ItemsReport = MaskedReport;
