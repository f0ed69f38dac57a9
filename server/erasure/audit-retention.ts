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

/** What is due now, by organisation. Where rows cannot be counted, it is logged and left out. */
export async function listOldAudit(deps: AuditRetentionDeps): Promise<readonly AuditRetention[]> {
  return (await eachOrganisation(deps, (due) => Promise.resolve(due))).audit;
}

/**
 * Deletes what is due. A row says first from when on the record begins; an interrupted purge is continued by the next. An
 * organisation whose rows cannot be deleted is logged and holds back no other.
 * @returns what was due, and how many organisations were left out
 */
export function purgeAudit(
  deps: AuditRetentionDeps,
  by: Extract<AuditEvent['actor'], 'worker' | 'operator'>,
): Promise<{ readonly audit: readonly AuditRetention[]; readonly failed: number }> {
  return eachOrganisation(deps, async (due) => {
    if (due.dueRows > 0) await purge(deps, by, due);
    return due;
  });
}

async function purge(
  deps: AuditRetentionDeps,
  by: Extract<AuditEvent['actor'], 'worker' | 'operator'>,
  { organisationId, before, dueRows }: AuditRetention,
): Promise<void> {
  await recordAudit(deps, {
    organisationId,
    actor: by,
    action: 'audit.purged',
    subject: `organisation:${organisationId}`,
    details: { before, rows: dueRows },
  });
  while ((await deps.storage.audit.deleteBefore(organisationId, before, rowsAtOnce)) > 0);
}

async function eachOrganisation(
  { storage, clock, log, auditMonths }: AuditRetentionDeps,
  handle: (due: AuditRetention) => Promise<AuditRetention>,
): Promise<{ readonly audit: readonly AuditRetention[]; readonly failed: number }> {
  const before = monthsBefore(clock(), auditMonths);
  const audit: AuditRetention[] = [];
  let failed = 0;
  for (const { id: organisationId } of await listAll((page) => storage.organisations.list(page))) {
    try {
      const dueRows = await storage.audit.countBefore(organisationId, before);
      audit.push(await handle({ organisationId, keptMonths: auditMonths, before, dueRows }));
    } catch (error) {
      failed += 1;
      log.error({ organisationId, err: error }, 'retention.audit-not-purged');
    }
  }
  return { audit, failed };
}
