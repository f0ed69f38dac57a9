/** The audit log forgets too: `auditMonths` after each row was written. */
import { type AuditDeps, type AuditEvent, recordAudit } from '../records/audit.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import { monthsBefore } from './retention.ts';

export interface AuditRetention {
  readonly organisationId: string;
  readonly keptMonths: number;
  /** Milliseconds since 1970 UTC; rows written before are due. */
  readonly before: number;
  readonly dueRows: number;
}

export type AuditRetentionDeps = AuditDeps & {
  readonly storage: Pick<Storage, 'organisations' | 'audit'>;
  /** How long rows are kept. */
  readonly auditMonths: number;
};

/** So that nobody waits long for a write. */
const rowsAtOnce = 1_000;

/** What is due now, by organisation. */
export async function listOldAudit({
  storage,
  clock,
  auditMonths,
}: AuditRetentionDeps): Promise<readonly AuditRetention[]> {
  const before = monthsBefore(clock(), auditMonths);
  const organisations = await listAll((page) => storage.organisations.list(page));
  return Promise.all(
    organisations.map(async ({ id: organisationId }) => ({
      organisationId,
      keptMonths: auditMonths,
      before,
      dueRows: await storage.audit.countBefore(organisationId, before),
    })),
  );
}

/**
 * Deletes what is due. A row says first from when on the record begins; an interrupted purge is continued by the next.
 * @returns what was due, by organisation
 */
export async function purgeAudit(
  deps: AuditRetentionDeps,
  by: Extract<AuditEvent['actor'], 'worker' | 'operator'>,
): Promise<readonly AuditRetention[]> {
  const due = await listOldAudit(deps);
  for (const { organisationId, before, dueRows } of due.filter((one) => one.dueRows > 0)) {
    await recordAudit(deps, {
      organisationId,
      actor: by,
      action: 'audit.purged',
      subject: `organisation:${organisationId}`,
      details: { before, rows: dueRows },
    });
    while ((await deps.storage.audit.deleteBefore(organisationId, before, rowsAtOnce)) > 0);
  }
  return due;
}
