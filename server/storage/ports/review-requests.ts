/** A learner asks for a human review of a result; staff answer. */
export interface ReviewRequest {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  readonly askedAt: number;
  /** Sealed under the learner's key; null if they wrote nothing. */
  readonly sealedText: string | null;
  /** Null while open. */
  readonly answeredAt: number | null;
  /** Sealed under the learner's key: about the learner, and erased with them. */
  readonly sealedAnswer: string | null;
}

export interface ReviewRequestsPort {
  /** Inserts, or returns the attempt's open request unchanged. Atomic. */
  ask(request: ReviewRequest): Promise<ReviewRequest>;
  find(organisationId: string, requestId: string): Promise<ReviewRequest | undefined>;
  findOpen(organisationId: string, attemptId: string): Promise<ReviewRequest | undefined>;
  /** Newest first. */
  listByAttempt(
    organisationId: string,
    attemptId: string,
    page: { readonly limit: number },
  ): Promise<ReviewRequest[]>;
  /** Open ones, in (askedAt, id) order. */
  listOpenByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<ReviewRequest[]>;
  /** False if none is open. */
  answer(
    organisationId: string,
    requestId: string,
    reply: { readonly sealedAnswer: string; readonly answeredAt: number },
  ): Promise<boolean>;
}
