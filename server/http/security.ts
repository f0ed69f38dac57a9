import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Used by none of our pages; a frame's page could ask the person for them. */
const unusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/**
 * Framing depends on the platform. Without X-Frame-Options and the cross-origin opener policy: the tool runs in
 * frames of other sites, and the new-window launch needs its opener.
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
  headers.push(['Permissions-Policy', unusedFeatures.map((name) => `${name}=()`).join(', ')]);
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** Browsers use these of pages, and keep the last one for the host. */
const headersOfPages = [
  'Origin-Agent-Cluster',
  'Permissions-Policy',
  'Referrer-Policy',
  'Strict-Transport-Security',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];

export function fileHeaders(): RequestHandler {
  return (_request, response, next) => {
    for (const name of headersOfPages) response.removeHeader(name);
    next();
  };
}

/** No browser should run or frame data. Pages among it set their own policy. */
export function dataPolicy(): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    next();
  };
}

/** Computed once, because these headers never change. */
function listHeaders(setHeaders: ReturnType<typeof helmet>): [name: string, value: string][] {
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  setHeaders(sample.req, sample, (error) => {
    if (error instanceof Error) throw error;
  });
  return sample.getHeaderNames().map((name) => [name, String(sample.getHeader(name))]);
}

interface PagePolicy {
  readonly frameAncestors: readonly string[];
  /** Default: the tool itself. */
  readonly formAction?: readonly string[];
  /** Hashes of what stands in the page itself. */
  readonly inline: { readonly script: string; readonly style: string };
}

/** Pages load nothing from elsewhere, and run nothing inline but what the build wrote. */
export function setPagePolicy(
  response: Response,
  { frameAncestors, formAction = ["'self'"], inline }: PagePolicy,
): void {
  response.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `script-src 'self' ${inline.script}`,
      `style-src 'self' ${inline.style}`,
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
