/**
 * The contract between client and server, one file per reader: Zod schemas of requests, types of responses.
 * The client imports only types. Bodies are JSON; errors are problem+json `{ code, params, errorId }`.
 */
import { z } from 'zod';

/** Raise it if an older client could misread a response; older clients get `client.outdated`. */
export const contractVersion = 1;

/** POST /api/session: trades the one-time code of the launch for tokens. */
export const SessionRequest = z.strictObject({ code: z.string().min(20).max(100) });
/** POST /api/session/refresh. DELETE /api/session (« Quitter ») takes no body. */
export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(20).max(100) });

export interface SessionAnswer {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Lifetime of the access token. */
  readonly expiresInS: number;
  readonly contractVersion: number;
  /** The launch's page; requests of other pages are refused. */
  readonly page: 'play' | 'teach' | 'select' | 'review';
  /** Nothing is graded or sent. */
  readonly practice: boolean;
  /** The LMS's own preview of a learner: practice, without a staff page to return to. */
  readonly testUser: boolean;
  /** The LMS fits its frame to the height that the page reports. */
  readonly resizesFrame: boolean;
  readonly language: 'fr' | 'en';
  readonly returnUrl: string | null;
}

/** Body of every refusal. */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errorId: string;
}
