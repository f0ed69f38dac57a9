/** Only our files run, only the tool may be framed, and nobody may frame us. */
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
    // Loopback is a second name of this server; each may frame the other.
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
        "connect-src 'self'",
        `frame-src ${[...own, ...tool].join(' ')}`,
        `form-action ${[...own, ...tool].join(' ')}`,
        `frame-ancestors ${own.join(' ')}`,
        "base-uri 'none'",
      ].join('; '),
      'X-Content-Type-Options': 'nosniff',
      // As with real LMSs, the tool sees the origin, never the path.
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
    next();
  };
}
