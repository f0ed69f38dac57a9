/** What staff ask of their activity's statements, as the words of an address. */
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { endOfDay, startOfDay } from '../../research/days.ts';
import { type ExportCursor, parseCursor } from '../../research/export-cursor.ts';
import type { ExportFilters } from '../../research/export-statements.ts';
import { parseBody } from '../parse.ts';

/** A day of this millennium: the calendar's own rules hold for each of them. */
const day = z.iso.date().startsWith('2');
const id = z.string().regex(/^[\w-]{1,64}$/);

const tiers = { '1': 1, '2': 2, '3': 3 } as const;

/** Strict: a filter with a slip in its name would give more than was asked for. */
const schema = z.strictObject({
  purpose: z.enum(['operational', 'research']),
  /** Behind this place, where a download broke off: all of it stands in the last line that arrived. */
  after: z.string().optional(),
  /** First and last day, both included, in the organisation's time zone. */
  from: day.optional(),
  to: day.optional(),
  tier: z
    .enum(['1', '2', '3'])
    .transform((text) => tiers[text])
    .optional(),
  person: id.optional(),
  attempt: id.optional(),
});

export interface ExportQuery {
  readonly filters: ExportFilters;
  readonly attemptId?: string;
  readonly after?: ExportCursor;
  /** The words that were asked with, for the audit record. */
  readonly words: Readonly<Record<string, string | number>>;
}

/**
 * @param timeZone of the organisation: its days are meant
 * @throws AppError request.invalid naming the faulty word, export.days-reversed
 */
export function parseExportQuery(query: unknown, timeZone: string): ExportQuery {
  const words = parseBody(schema, query);
  const { purpose, after, from, to, tier, person, attempt } = words;
  if (from !== undefined && to !== undefined && from > to) {
    throw new AppError('export.days-reversed', { from, to });
  }
  const cursor = after === undefined ? undefined : parseCursor(after);
  if (after !== undefined && cursor === undefined) throw new AppError('request.invalid', { path: 'after' });
  return {
    filters: {
      purpose,
      ...(tier === undefined ? {} : { tier }),
      ...(from === undefined ? {} : { since: startOfDay(from, timeZone) }),
      ...(to === undefined ? {} : { until: endOfDay(to, timeZone) }),
      ...(person === undefined ? {} : { personId: person }),
    },
    ...(attempt === undefined ? {} : { attemptId: attempt }),
    ...(cursor === undefined ? {} : { after: cursor }),
    words: Object.fromEntries(
      Object.entries(words).flatMap(([name, word]) => (word === undefined ? [] : [[name, word]])),
    ),
  };
}
