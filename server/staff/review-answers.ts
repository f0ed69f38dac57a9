/** Requests for a person's look at a result, as staff read and answer them. The learner reads the answer. */
import { AppError } from '../errors.ts';
import { type AuditDeps, recordAudit } from '../organisations/audit.ts';
import type { ReviewRequest } from '../storage/ports/review-requests.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { openPersonTexts, type PersonTexts } from './person-texts.ts';
import type { StaffScope } from './staff-scope.ts';

type Deps = AuditDeps &
  Parameters<typeof openPersonTexts>[0] & {
    readonly storage: Pick<Storage, 'audit' | 'persons' | 'reviewRequests'>;
  };

/** What was asked and answered; each empty where there are no words, or the person's key is gone. */
export interface ReviewWords {
  readonly question: string;
  readonly answer: string;
}

export function openReviewWords(
  texts: Pick<PersonTexts, 'open'>,
  { id, sealedText, sealedAnswer }: ReviewRequest,
): ReviewWords {
  return {
    question: texts.open(sealedText, questionPlace(id)),
    answer: texts.open(sealedAnswer, answerPlace(id)),
  };
}

/**
 * Answers a request; nothing changes, and leaves no trace, where it was answered already.
 * @throws AppError request.not-found where it is not of this scope
 */
export async function answerReview(
  deps: Deps,
  scope: StaffScope,
  requestId: string,
  text: string,
): Promise<{ readonly changed: boolean; readonly personId: string }> {
  const { organisationId, resourceLinkId, actor, personId } = scope;
  const { reviewRequests } = deps.storage;
  const request = await reviewRequests.find(organisationId, requestId);
  const isWithin =
    request?.resourceLinkId === resourceLinkId && (personId === undefined || personId === request.personId);
  if (request === undefined || !isWithin) throw new AppError('request.not-found');
  const texts = await openPersonTexts(deps, organisationId, request.personId);
  const reply = { sealedAnswer: texts.seal(text, answerPlace(requestId)), answeredAt: deps.clock() };
  const asker = { personId: request.personId };
  if (!(await reviewRequests.answer(organisationId, requestId, reply))) return { changed: false, ...asker };
  const subject = `review-request:${requestId}` as const;
  await recordAudit(deps, {
    ...{ organisationId, actor, action: 'review-request.answered', subject },
    details: { attempt: request.attemptId },
  });
  return { changed: true, ...asker };
}

/** Where the words of a request are bound to. */
export function questionPlace(requestId: string): string {
  return `review-request/${requestId}/question`;
}

export function answerPlace(requestId: string): string {
  return `review-request/${requestId}/answer`;
}
