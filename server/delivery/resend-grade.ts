import { readGradedFacts } from '../attempts/graded-facts.ts';
import { regradeRows } from '../attempts/regrade.ts';
import type { AttemptServices } from '../attempts/services.ts';
import { type AuditDeps, type AuditEvent, recordAudit } from '../records/audit.ts';
import { AppError } from '../base/errors.ts';
import { isCounting } from '../storage/is-counting.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { GradeRow } from '../storage/ports/grades.ts';

/**
 * Audited; the caller checks permission. Sends what the grade is now, whatever it was when it was requested.
 * Returns false if the grade is missing or being sent.
 * @throws AppError attempt.invalid if the attempt is set aside or held
 */
export async function resendGrade(
  deps: AttemptServices & AuditDeps,
  request: Pick<AuditEvent, 'organisationId' | 'actor'> & { readonly gradeId: string },
): Promise<boolean> {
  const { organisationId, actor, gradeId } = request;
  const grade = await deps.storage.grades.find(organisationId, gradeId);
  if (grade === undefined) return false;
  const attempt = await deps.storage.attempts.find(organisationId, grade.attemptId);
  if (attempt !== undefined && !isCounting(attempt.progress)) throw new AppError('attempt.invalid');
  const isSent =
    (await requestAnew(deps, grade, attempt)) ||
    (await deps.storage.grades.resend(organisationId, gradeId, deps.clock()));
  if (!isSent) return false;
  await recordAudit(deps, { organisationId, actor, action: 'grade.resent', subject: `grade:${gradeId}` });
  return true;
}

/** Returns false if score and comment are the same, or can't be told any more. */
async function requestAnew(
  services: AttemptServices,
  grade: GradeRow,
  stored: AttemptWithProgress | undefined,
): Promise<boolean> {
  const { persons, grades } = services.storage;
  const isErased = (await persons.findKey(grade.organisationId, grade.personId)) === undefined;
  if (stored === undefined || isErased) return false;
  const facts = await readGradedFacts(services, stored);
  const [intent] = regradeRows(services, facts, [grade], services.clock());
  if (intent === undefined) return false;
  await grades.request(intent);
  return true;
}
