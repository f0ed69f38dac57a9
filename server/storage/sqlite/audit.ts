/** Triggers refuse every change of a row. */
import { z } from 'zod';
import type { AuditPort, AuditRow } from '../ports/audit.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, insertInto, json } from './rows.ts';

export const auditRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  at: z.number(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  details: json(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});

export function createAudit(database: SqliteDatabase): AuditPort {
  const insert = database.command(insertInto('audit', Object.keys(auditRow.shape)));
  const page = database.query<AuditRow>(
    auditRow,
    `SELECT * FROM audit WHERE organisationId = @organisationId AND at >= @since
     AND (@after IS NULL OR (at, id) > (SELECT at, id FROM audit WHERE organisationId = @organisationId AND id = @after))
     ORDER BY at, id LIMIT @limit`,
  );
  return {
    append: (row) => answer(() => void insert({ ...row, details: JSON.stringify(row.details) })),
    list: (organisationId, { limit, after = null, since = 0 }) =>
      answer(() => page.list({ organisationId, limit, after, since })),
  };
}
