/** Headers of every answer: only our own files run, only the tool may be framed, nobody else may frame us. */
import type { RequestHandler } from 'express';
import type { Platform } from './platform.ts';

function originOf(url: string): string {
  return new URL(url).origin;
}

function originsOfTool(platform: Platform): readonly string[] {
  const { tool } = platform;
  if (tool === undefined) return [];
  const urls = [
    tool.loginUrl,
    tool.targetLinkUri,
    tool.deepLinkingUri ?? tool.targetLinkUri,
    ...tool.redirectUris,
  ];
  return [...new Set(urls.map(originOf))];
}

export function createSecurityHeaders(platform: Platform): RequestHandler {
  return (_request, response, next) => {
    const tool = originsOfTool(platform);
    // The loopback address is a second name of the same server, so either may show the other.
    const own = [
      "'self'",
      ...new Set([platform.addresses.publicUrl, platform.addresses.serviceUrl].map(originOf)),
    ];
    response.set({
      'Content-Security-Policy': [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        `frame-src ${[...own, ...tool].join(' ')}`,
        `form-action ${[...own, ...tool].join(' ')}`,
        `frame-ancestors ${own.join(' ')}`,
        "base-uri 'none'",
      ].join('; '),
      'X-Content-Type-Options': 'nosniff',
      // The tool sees where it was opened from, as with a real LMS, but never the path.
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
    next();
  };
}
