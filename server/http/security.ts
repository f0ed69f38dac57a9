import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * All but the framing rule, which depends on the platform. Without X-Frame-Options and the cross-origin
 * opener policy: the tool runs in frames of other sites, and the new-window launch needs its opener.
 */
export function securityHeaders(): RequestHandler {
  const headers = listHeaders(
    helmet({
      contentSecurityPolicy: false,
      xFrameOptions: false,
      crossOriginOpenerPolicy: false,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** The headers are the same for every response, so they are computed once. */
function listHeaders(setHeaders: ReturnType<typeof helmet>): (readonly [name: string, value: string])[] {
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  setHeaders(sample.req, sample, (error) => {
    if (error instanceof Error) throw error;
  });
  return sample.getHeaderNames().map((name) => [name, String(sample.getHeader(name))]);
}

interface PagePolicy {
  readonly frameAncestors: readonly string[];
  /** Targets of the page's forms; default: the tool itself. */
  readonly formAction?: readonly string[];
}

/** The policy of the client's pages: nothing from elsewhere, nothing inline. */
export function setPagePolicy(
  response: Response,
  { frameAncestors, formAction = ["'self'"] }: PagePolicy,
): void {
  response.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      `form-action ${sourceList(formAction)}`,
      "base-uri 'none'",
      `frame-ancestors ${sourceList(frameAncestors)}`,
    ].join('; '),
  );
}

function sourceList(sources: readonly string[]): string {
  return sources.length > 0 ? sources.join(' ') : "'none'";
}
