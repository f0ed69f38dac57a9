/** Who read the data of people, and for what: written before anybody gets them (ADR 54). */
import { createHash } from 'node:crypto';
import { AppError } from '../base/errors.ts';
import type { AuditPort, AuditRow } from '../storage/ports/audit.ts';
import { type AuditDeps, type AuditEvent, recordAudit } from './audit.ts';

type Reading = AuditEvent;

/** A page that is read, closed and read again is one reading to the person whom it is about. */
export const sameReadingMs = 10 * 60_000;
/** More than staff open of one person in that time. */
const mostRecent = 500;

export type OpeningDeps = AuditDeps & {
  readonly storage: { readonly audit: Pick<AuditPort, 'listBySubject'> };
};

/** @throws AppError audit.unwritten: the data must then not be given */
export async function recordReading(deps: AuditDeps, reading: Reading): Promise<void> {
  try {
    await recordAudit(deps, reading);
  } catch (error) {
    throw new AppError('audit.unwritten', { action: reading.action }, { cause: error });
  }
}

/**
 * For pages, which are opened again and again. Nothing is written if the same reading is at most ten minutes old.
 * @throws AppError audit.unwritten: the page must then not be given
 */
export async function recordOpening(deps: OpeningDeps, reading: Reading): Promise<void> {
  const { organisationId, subject } = reading;
  const now = deps.clock();
  const since = Math.max(0, now - sameReadingMs);
  try {
    const recent = await deps.storage.audit.listBySubject(organisationId, subject, {
      limit: mostRecent,
      since,
    });
    if (recent.some((row) => isSame(row, reading))) return;
    await recordAudit({ ...deps, clock: () => now, randomId: () => idOf(reading, now) }, reading);
  } catch (error) {
    // Two requests of one page write the same id.
    if (error instanceof AppError && error.code === 'storage.duplicate') return;
    throw new AppError('audit.unwritten', { action: reading.action }, { cause: error });
  }
}

function isSame({ actor, action, details }: AuditRow, reading: Reading): boolean {
  return (
    actor === reading.actor &&
    action === reading.action &&
    details.attempt === reading.details?.attempt &&
    details.activity === reading.details?.activity
  );
}

/** The same for all requests of a span of ten minutes. */
function idOf({ actor, action, subject, organisationId, details }: Reading, now: number): string {
  const span = Math.floor(now / sameReadingMs);
  const place = [details?.attempt ?? null, details?.activity ?? null];
  const parts = [organisationId, actor, action, subject, ...place, span];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
