/** Sends a grade again at somebody's wish, and leaves a trace of whose. Who may wish it is the caller's to judge. */
import { type AuditDeps, type AuditEvent, recordAudit } from '../organisations/audit.ts';
import type { GradesPort } from '../storage/ports/grades.ts';

interface ResendDeps extends AuditDeps {
  readonly storage: AuditDeps['storage'] & { readonly grades: Pick<GradesPort, 'resend'> };
}

/** False, without a trace, where the grade is on its way already or not there. */
export async function resendGrade(
  deps: ResendDeps,
  wish: Pick<AuditEvent, 'organisationId' | 'actor'> & { readonly gradeId: string },
): Promise<boolean> {
  const { organisationId, actor, gradeId } = wish;
  if (!(await deps.storage.grades.resend(organisationId, gradeId, deps.clock()))) return false;
  await recordAudit(deps, { organisationId, actor, action: 'grade.resent', subject: `grade:${gradeId}` });
  return true;
}
