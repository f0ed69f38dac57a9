/**
 * One file per reader: Zod schemas of requests, types of responses; the client imports only types. Bodies are
 * JSON; errors are problem+json `{ code, params, errorId }`.
 */
import { z } from 'zod';

/** Raise it if an older client could misread a response; that client then gets `client.outdated`. */
export const contractVersion = 1;

/** POST /api/session: trades the launch's one-time code for tokens. */
export const SessionRequest = z.strictObject({ code: z.string().min(20).max(100) });
/** POST /api/session/refresh */
export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(20).max(100) });
/** DELETE /api/session (« Quitter »). `frame`: only this window ends; the game goes on in the frame that opened it. */
export const LeaveQuery = z.object({ goesOn: z.literal('frame').optional() });

export interface SessionAnswer {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInS: number;
  readonly contractVersion: number;
  /** The same in all sessions of a person, and in nobody else's; says nothing about who it is. */
  readonly personMark: string;
  /** Requests of other pages are refused. */
  readonly page: 'play' | 'teach' | 'select' | 'review';
  /** Nothing is graded or sent. */
  readonly practice: boolean;
  /** The LMS's preview of a learner: practice without a staff page. */
  readonly testUser: boolean;
  /** The LMS fits its frame to the reported height. */
  readonly resizesFrame: boolean;
  readonly language: 'fr' | 'en';
  readonly returnUrl: string | null;
}

/** POST /api/window */
export interface WindowAnswer {
  /** As a launch's code: for POST /api/session, once and within a minute. */
  readonly code: string;
}

export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errorId: string;
}
