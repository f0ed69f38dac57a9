import { recordReading } from '../records/readings.ts';
import type { AuditDeps } from '../records/audit.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';

/** @param what the command, as operators type it @throws AppError audit.unwritten */
export async function noteAttempt(
  deps: AuditDeps,
  { attempt: { organisationId, id, personId, studyId } }: AttemptWithProgress,
  what: string,
): Promise<void> {
  await recordReading(deps, {
    organisationId,
    actor: 'operator',
    action: 'attempt.read',
    subject: `person:${personId}`,
    details: { command: what, attempt: id, study: studyId },
  });
}
