/** Requests for a human review of a result: a learner asks, staff of the activity answer. */
export interface ReviewRequest {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  readonly askedAt: number;
  /** The learner's words, sealed under their own key; null if they wrote nothing. */
  readonly sealedText: string | null;
  /** Null while it is open. */
  readonly answeredAt: number | null;
  /** Staff's words, sealed under the learner's key: they are about the learner, and are erased with the learner. */
  readonly sealedAnswer: string | null;
}

export interface ReviewRequestsPort {
  /** Inserts, or returns the attempt's open request unchanged. Atomic: one is open at a time. */
  ask(request: ReviewRequest): Promise<ReviewRequest>;
  find(organisationId: string, requestId: string): Promise<ReviewRequest | undefined>;
  findOpen(organisationId: string, attemptId: string): Promise<ReviewRequest | undefined>;
  /** Newest first. */
  listByAttempt(
    organisationId: string,
    attemptId: string,
    page: { readonly limit: number },
  ): Promise<ReviewRequest[]>;
  /** Open requests of an activity, in (askedAt, id) order. */
  listOpenByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<ReviewRequest[]>;
  /** Answers an open request; false if there is none. */
  answer(
    organisationId: string,
    requestId: string,
    reply: { readonly sealedAnswer: string; readonly answeredAt: number },
  ): Promise<boolean>;
}
