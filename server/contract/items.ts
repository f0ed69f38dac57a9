/** How items work among the people who played an activity. */
import type { MaskedReport } from '../../scenarios/psychometrics/mask-report.ts';

/** GET /api/activity/items */
export interface ItemsAnswer {
  /** Without small cells. */
  readonly report: MaskedReport;
  /** By scenario id, if it is on this server. */
  readonly titles: Readonly<Record<string, Readonly<Record<'fr' | 'en', string>>>>;
  /** Limit of attempts per response. */
  readonly attemptsRead: number;
  /** False if the activity has more attempts. */
  readonly isComplete: boolean;
}

export type ItemsReport = MaskedReport;
