import type { AuditPort } from '../ports/audit.ts';
import { auditRow } from '../shapes/organisations.ts';
import { above, atLeast } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { audit } from './schemas/organisations.ts';

export function createAudit(database: MongoDatabase): AuditPort {
  const rows = database.collection(audit, auditRow);
  const order = { at: 1, _id: 1 } as const;
  return {
    append: (row) => rows.insert(row),
    async list(organisationId, { limit, after, since = 0 }) {
      if (after === undefined) return rows.list({ organisationId, at: atLeast(since) }, order, limit);
      const last = await rows.find({ _id: after, organisationId });
      if (last === undefined) return [];
      if (last.at < since) return rows.list({ organisationId, at: atLeast(since) }, order, limit);
      const later = [
        { organisationId, at: above(last.at) },
        { organisationId, at: last.at, _id: above(after) },
      ];
      return rows.list(later, order, limit);
    },
  };
}
