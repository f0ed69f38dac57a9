import { AppError } from '../../base/errors.ts';
import type { StatementsQuery } from '../../contract/export.ts';
import { endOfDay, startOfDay } from '../../research/days.ts';
import { type ExportCursor, parseCursor } from '../../research/export-cursor.ts';
import type { ExportFilters } from '../../research/export-statements.ts';

const tiers = { '1': 1, '2': 2, '3': 3 } as const;

export interface ExportQuery {
  readonly filters: ExportFilters;
  readonly attemptId?: string;
  readonly after?: ExportCursor;
  /** The query as received, for the audit log. */
  readonly words: Readonly<Record<string, string | number>>;
}

/**
 * @param timeZone of the organisation: `from` and `to` are its days
 * @throws AppError export.days-reversed; request.invalid for a wrong cursor
 */
export function toExportQuery(words: StatementsQuery, timeZone: string): ExportQuery {
  const { purpose, after, from, to, tier, person, attempt } = words;
  if (from !== undefined && to !== undefined && from > to) {
    throw new AppError('export.days-reversed', { from, to });
  }
  const cursor = after === undefined ? undefined : parseCursor(after);
  if (after !== undefined && cursor === undefined) throw new AppError('request.invalid', { path: 'after' });
  return {
    filters: {
      purpose,
      ...(tier === undefined ? {} : { tier: tiers[tier] }),
      ...(from === undefined ? {} : { since: startOfDay(from, timeZone) }),
      ...(to === undefined ? {} : { until: endOfDay(to, timeZone) }),
      ...(person === undefined ? {} : { personId: person }),
    },
    ...(attempt === undefined ? {} : { attemptId: attempt }),
    ...(cursor === undefined ? {} : { after: cursor }),
    words: Object.fromEntries(
      Object.entries({ ...words, tier: tier && tiers[tier] }).flatMap(([name, word]) =>
        word === undefined ? [] : [[name, word]],
      ),
    ),
  };
}
