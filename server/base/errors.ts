/**
 * HTTP status of each code. Sentences: the client's catalogue; for pages,
 * http/pages/refusal-words.ts.
 */
const statusOf = {
  'request.invalid': 400,
  'request.not-json': 400,
  'request.too-large': 413,
  'request.not-found': 404,
  'request.too-many': 429,
  'client.outdated': 409,
  'session.expired': 401,
  'session.forbidden': 403,
  'attempt.unknown': 404,
  'attempt.closed': 409,
  'attempt.epoch-stale': 409,
  'attempt.out-of-order': 409,
  'attempt.busy': 409,
  'attempt.too-fast': 429,
  'attempt.backlog': 429,
  'attempt.none-left': 409,
  'attempt.not-reopenable': 409,
  'attempt.invalid': 409,
  'attempt.not-used-up': 409,
  'attempt.not-over': 409,
  'export.days-reversed': 400,
  'person.unknown': 404,
  'person.other-group': 403,
  'person.changed': 409,
  'form.unknown': 409,
  'activity.content-unknown': 409,
  'activity.needs-unmet': 409,
  'selection.return-refused': 409,
  'selection.not-accepted': 409,
  'notice.outdated': 409,
  'offer.not-due': 409,
  'scene.unknown': 404,
  'scene.not-open': 409,
  'scene.full': 409,
  'organisation.unknown': 404,
  'platform.unknown': 404,
  'platform.ambiguous': 409,
  'deployment.unknown': 404,
  'deployment.ambiguous': 409,
  'scenario.unknown': 500,
  'scenario.invalid': 500,
  'bank.unknown': 500,
  'secret.unreadable': 500,
  'erasure.unfinished': 503,
  'storage.duplicate': 409,
  'storage.unavailable': 503,
  'audit.unwritten': 503,
  'server.backlog': 503,
  'server.unexpected': 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof statusOf;

export const errorCodes = Object.keys(statusOf) as readonly ErrorCode[];

export type ErrorParams = Readonly<Record<string, string | number>>;

export function getStatus(code: ErrorCode): number {
  return statusOf[code];
}

/** The message is safe to log, never shown. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly status: number;

  constructor(code: ErrorCode, params: ErrorParams = {}, options: { cause?: unknown } = {}) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.status = statusOf[code];
  }
}

/** Undefined if the work throws an AppError with one of these codes. */
export function unlessThrown<Result>(work: () => Result, ...codes: readonly ErrorCode[]): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError && codes.includes(error.code)) return undefined;
    throw error;
  }
}
