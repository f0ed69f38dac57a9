/**
 * The contract between client and server, one file for each reader: every request and response of /api, as Zod
 * schemas with inferred types. The client imports only the types. Bodies are JSON; errors are problem+json
 * `{ code, params, errorId }`. This file: who asks.
 */
import { z } from 'zod';

/** Raised when an older client could misread an answer; an old client is told `client.outdated`. */
export const contractVersion = 1;

/** POST /api/session: the one-time code of the launch becomes tokens. */
export const SessionRequest = z.strictObject({ code: z.string().min(20).max(100) });
/** POST /api/session/refresh. DELETE /api/session (« Quitter ») takes no body. */
export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(20).max(100) });

export interface SessionAnswer {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds until the access token ends. */
  readonly expiresInS: number;
  readonly contractVersion: number;
  /** Which page the launch leads to; every other page's requests are refused. */
  readonly page: 'play' | 'teach' | 'select' | 'review';
  /** Trying out: nothing is graded or sent anywhere. */
  readonly practice: boolean;
  /** The LMS's own preview of a learner: practice, with no page of staff behind it. */
  readonly testUser: boolean;
  /** Whether the LMS fits its frame to the height that the page reports. */
  readonly resizesFrame: boolean;
  readonly language: 'fr' | 'en';
  readonly returnUrl: string | null;
}

/** Answer of every refused request. */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errorId: string;
}
