import type { MaskedReport } from '../../scenarios/psychometrics/mask-report.ts';

/** GET /api/activity/items */
export interface ItemsAnswer {
  /** Small cells are hidden. */
  readonly report: MaskedReport;
  /** By scenario id, if it is on this server. */
  readonly titles: Readonly<Record<string, Readonly<Record<'fr' | 'en', string>>>>;
  readonly attemptsRead: number;
  readonly isComplete: boolean;
}

export type ItemsReport = MaskedReport;
