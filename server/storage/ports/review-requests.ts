/** Requests that a person look at a result: a learner asks, staff of the activity answer. */
export interface ReviewRequest {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  readonly askedAt: number;
  /** What the learner wrote, sealed under their own key; null where they wrote nothing. */
  readonly sealedText: string | null;
  /** Null while it is open. */
  readonly answeredAt: number | null;
  /** The words of staff, sealed under the learner's key too: they are about the learner, and end with them. */
  readonly sealedAnswer: string | null;
}

export interface ReviewRequestsPort {
  /** Inserts, or answers the open one that the attempt has already, untouched. Atomic: one is open at a time. */
  ask(request: ReviewRequest): Promise<ReviewRequest>;
  find(organisationId: string, requestId: string): Promise<ReviewRequest | undefined>;
  findOpen(organisationId: string, attemptId: string): Promise<ReviewRequest | undefined>;
  /** Newest first. */
  listByAttempt(
    organisationId: string,
    attemptId: string,
    page: { readonly limit: number },
  ): Promise<ReviewRequest[]>;
  /** Those that wait for an answer in an activity, in (askedAt, id) order. */
  listOpenByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<ReviewRequest[]>;
  /** Answers an open one; false where it is not there, or was answered already. */
  answer(
    organisationId: string,
    requestId: string,
    reply: { readonly sealedAnswer: string; readonly answeredAt: number },
  ): Promise<boolean>;
}
