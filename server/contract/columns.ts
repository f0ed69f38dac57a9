import { z } from 'zod';

/** GET /api/activity/columns: those of the link, asked from the LMS each time. */
export type ColumnsAnswer =
  | { readonly state: 'listed'; readonly columns: readonly ColumnView[] }
  /** `not-needed`: launches name the column. */
  | { readonly state: 'not-needed' | 'unreachable' };

export interface ColumnView {
  /** At the LMS. */
  readonly url: string;
  /** May be empty. */
  readonly label: string;
  readonly scoreMaximum: number | null;
  /** Asked for by our picker. */
  readonly isOwn: boolean;
  readonly isChosen: boolean;
}

/** POST /api/activity/columns: one of the list. */
export const ColumnRequest = z.strictObject({ url: z.url().max(2048) });

export interface ColumnAnswer {
  /** False if the LMS does not list it now, or did not answer. */
  readonly chosen: boolean;
  /** How many grades go there now. */
  readonly grades: number;
}
