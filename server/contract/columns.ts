import { z } from 'zod';

/** GET /api/activity/columns: asked from the LMS each time. */
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

/** POST /api/activity/columns */
export const ColumnRequest = z.strictObject({ url: z.url().max(2048) });

export interface ColumnAnswer {
  /** False if the LMS did not list it now. */
  readonly chosen: boolean;
  readonly grades: number;
}
