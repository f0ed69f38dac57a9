/** Triggers refuse every change of a row, and that it goes too early. */
import { z } from 'zod';
import type { AuditPage, AuditPort, AuditRow } from '../ports/audit.ts';
import { auditRow } from '../shapes/organisations.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, insertInto, json, sqlParams } from './rows.ts';
import { scrub } from './scrub.ts';

export const storedAudit = auditRow.extend({ details: json(auditRow.shape.details) });

export function createAudit(database: SqliteDatabase): AuditPort {
  const insert = database.command(insertInto('audit', Object.keys(auditRow.shape)));
  const all = database.query<AuditRow>(storedAudit, pageWhere('organisationId = @organisationId'));
  const bySubject = database.query<AuditRow>(
    storedAudit,
    pageWhere('organisationId = @organisationId AND subject = @subject'),
  );
  const old = database.query(
    z.object({ count: z.number() }),
    'SELECT count(*) AS count FROM audit WHERE organisationId = @organisationId AND at < @before',
  );
  const deleteOld = database.command(
    `DELETE FROM audit WHERE id IN (
       SELECT id FROM audit WHERE organisationId = @organisationId AND at < @before ORDER BY at, id LIMIT @limit)`,
  );
  return {
    append: (row) => answer(() => void insert(sqlParams(row))),
    countBefore: (organisationId, before) => answer(() => old.find({ organisationId, before })?.count ?? 0),
    deleteBefore: (organisationId, before, limit) =>
      answer(() => {
        const count = deleteOld({ organisationId, before, limit });
        if (count > 0) scrub(database);
        return count;
      }),
    list: (organisationId, page) => answer(() => all.list({ organisationId, ...paramsOf(page) })),
    listBySubject: (organisationId, subject, page) =>
      answer(() => bySubject.list({ organisationId, subject, ...paramsOf(page) })),
  };
}

/** A row that is not of the list continues nothing. */
function pageWhere(condition: string): string {
  return `SELECT * FROM audit WHERE ${condition} AND at >= @since
     AND (@after IS NULL OR (at, id) > (SELECT at, id FROM audit WHERE ${condition} AND id = @after))
     ORDER BY at, id LIMIT @limit`;
}

function paramsOf({ limit, after, since = 0 }: AuditPage): {
  readonly limit: number;
  readonly after: string | null;
  readonly since: number;
} {
  return { limit, after: after ?? null, since };
}
