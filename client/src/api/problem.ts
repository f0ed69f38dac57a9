/** What can go wrong between page and server, as codes. Sentences are in the catalogues. */
import type { Problem } from '../../../server/contract/session.ts';

/** A refused or lost request. `status` is 0 if no answer came. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Problem['params'];
  readonly errorId: string | null;

  constructor(code: string, status: number, params: Problem['params'] = {}, errorId: string | null = null) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.params = params;
    this.errorId = errorId;
  }
}

export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem('client.unexpected', 0, {});
}

/** Whether an unchanged retry may succeed later. */
export function isTransient({ code, status }: ApiProblem): boolean {
  if (code === 'client.offline' || code === 'client.timeout' || code === 'attempt.busy') return true;
  return status === 429 || status >= 500;
}

/** Whether no answer came, or none from the server itself. */
export function isConnectionProblem({ status }: ApiProblem): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}

/** Whether the server can store nothing more for now. */
export function isServerFull({ code }: ApiProblem): boolean {
  return code === 'server.backlog';
}

/** Whether the activity offers nothing to play, which only its staff can change. */
export function isClosed({ code }: ApiProblem): boolean {
  return ['activity.content-unknown', 'activity.needs-unmet', 'attempt.none-left'].includes(code);
}

/** Whether the session is over, so that only a new launch helps. */
export function isSessionOver({ status }: ApiProblem): boolean {
  return status === 401;
}

/**
 * Reads the body of a refused request. If it is not ours (a proxy's, say), the code comes from the status.
 * @param body parsed JSON, or undefined if it was none
 */
export function parseProblem(body: unknown, status: number): ApiProblem {
  if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string') {
    return new ApiProblem('client.unreadable', status);
  }
  const params: Record<string, string | number> = {};
  if ('params' in body && typeof body.params === 'object' && body.params !== null) {
    for (const [name, value] of Object.entries(body.params)) {
      if (typeof value === 'string' || typeof value === 'number') params[name] = value;
    }
  }
  const errorId = 'errorId' in body && typeof body.errorId === 'string' ? body.errorId : null;
  return new ApiProblem(body.code, status, params, errorId);
}
