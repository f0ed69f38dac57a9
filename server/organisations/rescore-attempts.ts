import { rescoreAttempt, type Rescoring, type RescoreRequest } from '../attempts/rescore.ts';
import type { AttemptServices } from '../attempts/services.ts';
import type { Attempt, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Study } from '../storage/ports/organisations.ts';
import { type AuditDeps, recordAudit } from '../records/audit.ts';
import { listAttempts } from '../research/list-attempts.ts';

export interface RescoreFilter {
  readonly study: string | null;
  readonly form: string | null;
  readonly attempt: string | null;
}

export interface RescoredAttempt {
  readonly attempt: Attempt;
  readonly rescoring: Rescoring;
}

/** Audited twice: before the first change, because the run may be interrupted, and at the end. */
export async function* rescoreStudy(
  services: AttemptServices & AuditDeps,
  { organisationId, id: studyId }: Pick<Study, 'organisationId' | 'id'>,
  filter: RescoreFilter,
  request: RescoreRequest,
): AsyncGenerator<RescoredAttempt> {
  const counts = { changed: 0, same: 0, 'left-alone': 0, grades: 0 };
  const { bankVersion, scoring, isRegraded, isDryRun } = request;
  const filterDetails = { form: filter.form ?? 'all', attempt: filter.attempt ?? 'all' };
  const requestDetails = { bank: bankVersion ?? 'as before', scoring, grades: isRegraded, ...filterDetails };
  const subject = `study:${studyId}` as const;
  const record = async (action: 'rescoring.began' | 'rescoring.ended', details: object): Promise<void> => {
    if (isDryRun) return;
    const event = { organisationId, actor: 'operator', action, subject } as const;
    await recordAudit(services, { ...event, details: { ...requestDetails, ...details } });
  };
  for await (const { attempt } of listMatching(services, { organisationId, id: studyId }, filter)) {
    if (Object.values(counts).every((count) => count === 0)) await record('rescoring.began', {});
    const rescoring = await rescoreAttempt(services, attempt, request);
    counts[rescoring.outcome] += 1;
    if (rescoring.outcome !== 'left-alone') counts.grades += rescoring.grades;
    yield { attempt, rescoring };
  }
  if (Object.values(counts).some((count) => count > 0)) {
    const { changed, same, grades } = counts;
    await record('rescoring.ended', { changed, same, leftAlone: counts['left-alone'], gradesWished: grades });
  }
}

async function* listMatching(
  { storage: { attempts } }: Pick<AttemptServices, 'storage'>,
  { organisationId, id: studyId }: Pick<Study, 'organisationId' | 'id'>,
  { form, attempt: attemptId }: RescoreFilter,
): AsyncGenerator<AttemptWithProgress> {
  const matches = ({ attempt }: AttemptWithProgress): boolean => form === null || attempt.form === form;
  if (attemptId !== null) {
    const one = await attempts.find(organisationId, attemptId);
    if (one?.attempt.studyId === studyId && matches(one)) yield one;
    return;
  }
  for await (const one of listAttempts(attempts, organisationId, { studyId })) if (matches(one)) yield one;
}
