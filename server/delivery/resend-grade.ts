/** Sends a grade again at somebody's wish, and leaves a trace of whose. Who may wish it is the caller's to judge. */
import { type AuditDeps, type AuditEvent, recordAudit } from '../records/audit.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptsPort } from '../storage/ports/attempts.ts';
import type { GradesPort } from '../storage/ports/grades.ts';

interface ResendDeps extends AuditDeps {
  readonly storage: AuditDeps['storage'] & {
    readonly grades: Pick<GradesPort, 'find' | 'resend'>;
    readonly attempts: Pick<AttemptsPort, 'find'>;
  };
}

/**
 * False, without a trace, where the grade is on its way already or not there.
 * @throws AppError attempt.invalid where staff set the attempt aside
 */
export async function resendGrade(
  deps: ResendDeps,
  wish: Pick<AuditEvent, 'organisationId' | 'actor'> & { readonly gradeId: string },
): Promise<boolean> {
  const { organisationId, actor, gradeId } = wish;
  const grade = await deps.storage.grades.find(organisationId, gradeId);
  if (grade === undefined) return false;
  const own = await deps.storage.attempts.find(organisationId, grade.attemptId);
  if (own?.progress.validity.state === 'invalid') throw new AppError('attempt.invalid');
  if (!(await deps.storage.grades.resend(organisationId, gradeId, deps.clock()))) return false;
  await recordAudit(deps, { organisationId, actor, action: 'grade.resent', subject: `grade:${gradeId}` });
  return true;
}
