/** Pages that don't need the client's build, except for an optional script. Texts are escaped here. */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Language } from '../../../scenarios/world/base.ts';
import { escapeHtml } from '../../base/escape-html.ts';
import type { LaunchPageData } from '../../contract/launch-page.ts';
import { pageStyle } from './page-style.ts';

export interface ShellPage {
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly status: number;
  readonly script?: {
    readonly text: string;
    readonly data: LaunchPageData;
    readonly frameAncestors: readonly string[];
  };
  /** A page with a form back to us and perhaps a script; no platform is known yet. */
  readonly ownForm?: { readonly scriptUrl?: string };
  /** A page without actions, never framed. */
  readonly toRead?: { readonly style: string };
}

/** As a content policy names a style or script that stands in the page. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const styleSource = hashSource(pageStyle);

/** Also sets the headers for caching, framing and content policy. */
export function sendShellPage(response: Response, page: ShellPage): void {
  response.removeHeader('X-Frame-Options');
  response.setHeader('Content-Security-Policy', policyOf(page));
  response.setHeader('Cache-Control', 'no-store');
  // Without a referrer, browsers name no origin for a form, and the server checks it.
  response.setHeader('Referrer-Policy', page.script === undefined ? 'no-referrer' : 'same-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.status(page.status).type('html').send(renderShell(page));
}

export function preferredLanguage(request: Request): Language {
  return request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
}

/**
 * Anyone may frame a page without script: a refusal without a known platform. No form-action for pages with script:
 * browsers apply it to redirects of the LMS's login too.
 */
function policyOf({ script, ownForm, toRead }: ShellPage): string {
  if (toRead !== undefined) {
    const style = `style-src ${hashSource(pageStyle + toRead.style)}`;
    return [
      "default-src 'none'",
      style,
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; ');
  }
  const common = ["default-src 'none'", `style-src ${styleSource}`, "img-src 'self'", "base-uri 'none'"];
  if (ownForm !== undefined) {
    const scripts = ownForm.scriptUrl === undefined ? [] : ["script-src 'self'"];
    return [...common, "form-action 'self'", ...scripts].join('; ');
  }
  if (script === undefined) return [...common, "form-action 'none'"].join('; ');
  const ancestors = script.frameAncestors.length > 0 ? script.frameAncestors.join(' ') : "'none'";
  return [
    ...common,
    `script-src ${hashSource(script.text)}`,
    "connect-src 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

function renderShell({ language, title, body, script, ownForm, toRead }: ShellPage): string {
  return `<!doctype html>
<html lang="${language}"${script === undefined ? '' : ' class="acts"'}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<title>${escapeHtml(title)} – NUM+</title>
<style>${pageStyle}${toRead?.style ?? ''}</style>
${script === undefined ? '' : `<script type="module">${script.text}</script>`}${renderOwnScript(ownForm?.scriptUrl)}
</head>
<body>
${body}
${script === undefined ? '' : renderData(script.data)}
</body>
</html>
`;
}

function renderOwnScript(url: string | undefined): string {
  return url === undefined ? '' : `<script type="module" src="${escapeHtml(url)}"></script>`;
}

/** Browsers do not run data blocks; `<` is escaped so that no value can end it. */
function renderData(data: LaunchPageData): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="launch">${json}</script>`;
}

export const drawing = `<svg class="door" viewBox="0 0 120 120" width="120" height="120" aria-hidden="true" focusable="false">
<g stroke="#1F2A33" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
<path d="M8 112h104" fill="none"/>
<path d="M20 112V34L60 12l40 22v78z" fill="#EFE6D8"/>
<path d="M12 39 60 12l48 27" fill="none"/>
<path d="M44 112V56h32v56z" fill="#0F5B4F"/>
<path d="M51 64h18v18H51z" fill="#F2B84B"/>
<path d="M60 64v18M51 73h18" fill="none"/>
<circle cx="70" cy="92" r="2" fill="#FBF8F3"/>
<path d="M60 56v-9" fill="none"/>
<circle cx="60" cy="42" r="5" fill="#F2B84B"/>
<path d="M98 112c0-8 4-14 6-16 2 2 6 8 6 16z" fill="#DDE8C9"/>
</g>
</svg>`;
