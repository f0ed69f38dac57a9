/** Triggers refuse every change of a row. */
import type { AuditPage, AuditPort, AuditRow } from '../ports/audit.ts';
import { auditRow } from '../shapes/organisations.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, insertInto, json, sqlParams } from './rows.ts';

export const storedAudit = auditRow.extend({ details: json(auditRow.shape.details) });

export function createAudit(database: SqliteDatabase): AuditPort {
  const insert = database.command(insertInto('audit', Object.keys(auditRow.shape)));
  const all = database.query<AuditRow>(storedAudit, pageWhere('organisationId = @organisationId'));
  const bySubject = database.query<AuditRow>(
    storedAudit,
    pageWhere('organisationId = @organisationId AND subject = @subject'),
  );
  return {
    append: (row) => answer(() => void insert(sqlParams(row))),
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
