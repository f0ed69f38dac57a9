/** The part of the contract for the files that staff download of their activity. */
import { z } from 'zod';

/** A day of this millennium: the calendar rules are the same for each of them. */
const day = z.iso.date().startsWith('2');
const id = z.string().regex(/^[\w-]{1,64}$/);

/**
 * GET /api/activity/statements answers one statement a line. Strict: a misspelt filter would otherwise return more
 * than was asked for.
 */
export const StatementsQuery = z.strictObject({
  purpose: z.enum(['operational', 'research']),
  /** Cursor of the last line that arrived, to resume a download that broke off. */
  after: z.string().optional(),
  /** First and last day, both included, in the organisation's time zone. */
  from: day.optional(),
  to: day.optional(),
  tier: z.enum(['1', '2', '3']).optional(),
  person: id.optional(),
  attempt: id.optional(),
});
export type StatementsQuery = z.infer<typeof StatementsQuery>;

/** GET /api/activity/people answers a CSV file. */
export const PeopleQuery = z.object({ language: z.enum(['fr', 'en']).default('fr') });
