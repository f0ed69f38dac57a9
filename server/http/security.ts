/** Headers that every answer carries, and the one that says who may frame a page. */
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * All but the framing rule, which depends on the platform. X-Frame-Options and the cross-origin opener policy
 * stay out: the tool lives in frames of other sites, and the new-window launch must keep its opener.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: false,
    xFrameOptions: false,
    crossOriginOpenerPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** The policy of the client's pages: nothing from elsewhere, nothing inline. */
export function setPagePolicy(response: Response, frameAncestors: readonly string[]): void {
  const ancestors = frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'";
  response.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${ancestors}`,
    ].join('; '),
  );
}
