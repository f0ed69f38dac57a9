import type { AuditPage, AuditPort, AuditRow } from '../ports/audit.ts';
import { auditRow } from '../shapes/organisations.ts';
import { above, type AllOf, atLeast, below, oneOf } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { audit } from './schemas/organisations.ts';

export function createAudit(database: MongoDatabase): AuditPort {
  const rows = database.collection(audit, auditRow);
  const order = { at: 1, _id: 1 } as const;
  const listPage = async (
    of: AllOf & { readonly organisationId: string },
    { limit, after, since = 0 }: AuditPage,
  ): Promise<AuditRow[]> => {
    if (after === undefined) return rows.list({ ...of, at: atLeast(since) }, order, limit);
    const last = await rows.find({ ...of, _id: after });
    if (last === undefined) return [];
    if (last.at < since) return rows.list({ ...of, at: atLeast(since) }, order, limit);
    const later = [
      { ...of, at: above(last.at) },
      { ...of, at: last.at, _id: above(after) },
    ];
    return rows.list(later, order, limit);
  };
  return {
    append: (row) => rows.insert(row),
    countBefore: (organisationId, before) => rows.count({ organisationId, at: below(before) }),
    deleteBefore: async (organisationId, before, limit) => {
      const old = await rows.list({ organisationId, at: below(before) }, order, limit);
      return old.length === 0 ? 0 : rows.remove({ _id: oneOf(old.map(({ id }) => id)) });
    },
    list: (organisationId, page) => listPage({ organisationId }, page),
    listBySubject: (organisationId, subject, page) => listPage({ organisationId, subject }, page),
  };
}
