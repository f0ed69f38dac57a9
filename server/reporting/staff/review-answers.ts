import { AppError } from '../../base/errors.ts';
import { type AuditDeps, recordAudit } from '../../records/audit.ts';
import { answerReview, type RequestServices } from '../review-requests.ts';
import type { StaffScope } from './staff-scope.ts';

type Deps = AuditDeps &
  RequestServices & { readonly storage: AuditDeps['storage'] & RequestServices['storage'] };

/**
 * Answers once; audited.
 * @throws AppError request.not-found if out of scope
 */
export async function answerForStaff(
  deps: Deps,
  scope: StaffScope,
  requestId: string,
  text: string,
): Promise<{ readonly changed: boolean; readonly personId: string }> {
  const { organisationId, resourceLinkId, actor, personId: only, reach } = scope;
  const request = await deps.storage.reviewRequests.find(organisationId, requestId);
  const isWithin =
    request?.resourceLinkId === resourceLinkId &&
    (only === undefined || only === request.personId) &&
    reach.sees(request.personId);
  if (request === undefined || !isWithin) throw new AppError('request.not-found');
  const { personId, attemptId } = request;
  const changed = await answerReview(deps, request, text);
  if (changed) {
    const subject = `review-request:${requestId}` as const;
    await recordAudit(deps, {
      organisationId,
      actor,
      action: 'review-request.answered',
      subject,
      details: { attempt: attemptId },
    });
  }
  return { changed, personId };
}
