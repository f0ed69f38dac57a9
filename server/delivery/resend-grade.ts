import { type AuditDeps, type AuditEvent, recordAudit } from '../records/audit.ts';
import { AppError } from '../base/errors.ts';
import { isCounting } from '../storage/is-counting.ts';
import type { AttemptsPort } from '../storage/ports/attempts.ts';
import type { GradesPort } from '../storage/ports/grades.ts';

interface ResendDeps extends AuditDeps {
  readonly storage: AuditDeps['storage'] & {
    readonly grades: Pick<GradesPort, 'find' | 'resend'>;
    readonly attempts: Pick<AttemptsPort, 'find'>;
  };
}

/**
 * Audited; the caller checks permission. Returns false if the grade is missing or being sent.
 * @throws AppError attempt.invalid if the attempt is set aside or held
 */
export async function resendGrade(
  deps: ResendDeps,
  request: Pick<AuditEvent, 'organisationId' | 'actor'> & { readonly gradeId: string },
): Promise<boolean> {
  const { organisationId, actor, gradeId } = request;
  const grade = await deps.storage.grades.find(organisationId, gradeId);
  if (grade === undefined) return false;
  const attempt = await deps.storage.attempts.find(organisationId, grade.attemptId);
  if (attempt !== undefined && !isCounting(attempt.progress)) throw new AppError('attempt.invalid');
  if (!(await deps.storage.grades.resend(organisationId, gradeId, deps.clock()))) return false;
  await recordAudit(deps, { organisationId, actor, action: 'grade.resent', subject: `grade:${gradeId}` });
  return true;
}
