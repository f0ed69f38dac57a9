import type { Problem } from '../../../server/contract/session.ts';

/** `status` is 0 if there was no response. */
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

export function isTransient({ code, status }: ApiProblem): boolean {
  if (code === 'client.offline' || code === 'client.timeout' || code === 'attempt.busy') return true;
  return status === 429 || status >= 500;
}

/** True if the server itself did not respond. */
export function isConnectionProblem({ status }: ApiProblem): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}

/** `full`: the server responds but cannot store more now. `fast`: it was sent too much in a minute. */
export type WaitReason = 'lost' | 'full' | 'fast';

/** Null if waiting does not help. */
export function whyToWait(problem: ApiProblem): WaitReason | null {
  if (problem.code === 'server.backlog' || problem.code === 'attempt.backlog') return 'full';
  if (problem.status === 429) return 'fast';
  return isConnectionProblem(problem) ? 'lost' : null;
}

/** Nothing to play, and only staff can change that. */
export function isClosed({ code }: ApiProblem): boolean {
  return ['activity.content-unknown', 'activity.needs-unmet', 'attempt.none-left'].includes(code);
}

export function isSessionOver({ status }: ApiProblem): boolean {
  return status === 401;
}

/**
 * The status gives the code if the body is not ours (a proxy's, say).
 * @param body undefined if it was not JSON
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
