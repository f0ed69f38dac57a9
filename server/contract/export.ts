import { z } from 'zod';

/** The calendar rules are the same for each day of this millennium. */
const day = z.iso.date().startsWith('2');
const id = z.string().regex(/^[\w-]{1,64}$/);

/** GET /api/activity/statements: one per line. Strict, since a misspelt filter would return too much. */
export const StatementsQuery = z.strictObject({
  /** Exports for research are the key holder's, at the command line: staff could tell answers from them. */
  purpose: z.literal('operational'),
  /** Cursor of the last line received. */
  after: z.string().optional(),
  /** Inclusive, in the organisation's time zone. */
  from: day.optional(),
  to: day.optional(),
  tier: z.enum(['1', '2', '3']).optional(),
  person: id.optional(),
  attempt: id.optional(),
});
export type StatementsQuery = z.infer<typeof StatementsQuery>;

/** GET /api/activity/people: a CSV file. */
export const PeopleQuery = z.object({ language: z.enum(['fr', 'en']).default('fr') });
