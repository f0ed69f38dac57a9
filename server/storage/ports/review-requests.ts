export interface ReviewRequest {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  readonly askedAt: number;
  /** Sealed under the learner's key. */
  readonly sealedText: string | null;
  /** Null while open. */
  readonly answeredAt: number | null;
  /** Sealed under the learner's key too, so erased with them. */
  readonly sealedAnswer: string | null;
}

export interface ReviewRequestsPort {
  /** Returns the attempt's open request unchanged, if there is one. */
  ask(request: ReviewRequest): Promise<ReviewRequest>;
  /** Undefined if it has a text or was answered. */
  addText(organisationId: string, requestId: string, sealedText: string): Promise<ReviewRequest | undefined>;
  find(organisationId: string, requestId: string): Promise<ReviewRequest | undefined>;
  findOpen(organisationId: string, attemptId: string): Promise<ReviewRequest | undefined>;
  /** Newest first. */
  listByAttempt(
    organisationId: string,
    attemptId: string,
    page: { readonly limit: number },
  ): Promise<ReviewRequest[]>;
  /** In (askedAt, id) order. */
  listOpenByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<ReviewRequest[]>;
  answer(
    organisationId: string,
    requestId: string,
    reply: { readonly sealedAnswer: string; readonly answeredAt: number },
  ): Promise<boolean>;
}
