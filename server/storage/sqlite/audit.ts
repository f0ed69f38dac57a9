/** Triggers refuse every change of a row. */
import type { AuditPort, AuditRow } from '../ports/audit.ts';
import { auditRow } from '../shapes/organisations.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, insertInto, json, sqlParams } from './rows.ts';

export const storedAudit = auditRow.extend({ details: json(auditRow.shape.details) });

export function createAudit(database: SqliteDatabase): AuditPort {
  const insert = database.command(insertInto('audit', Object.keys(auditRow.shape)));
  const page = database.query<AuditRow>(
    storedAudit,
    `SELECT * FROM audit WHERE organisationId = @organisationId AND at >= @since
     AND (@after IS NULL OR (at, id) > (SELECT at, id FROM audit WHERE organisationId = @organisationId AND id = @after))
     ORDER BY at, id LIMIT @limit`,
  );
  return {
    append: (row) => answer(() => void insert(sqlParams(row))),
    list: (organisationId, { limit, after = null, since = 0 }) =>
      answer(() => page.list({ organisationId, limit, after, since })),
  };
}
