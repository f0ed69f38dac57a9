/**
 * The page of everything that could not be opened: what happened, what to do, a number for helpers, in the person's
 * language first and in the other one below. It shows nothing of what was posted.
 */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { LtiErrorCode } from '../../lti/codes.ts';
import type { Language } from '../../scenarios/world/types.ts';
import type { ErrorCode } from '../errors.ts';
import { readLanguage } from '../launches/accept.ts';
import { en } from '../texts/en.ts';
import { fr } from '../texts/fr.ts';
import type { PageCode, Texts } from '../texts/texts.ts';
import { refusalStyle } from './refusal-style.ts';
import { getAdvice, isLtiCode } from './refusals.ts';

export interface RefusalView {
  readonly code: LtiErrorCode | ErrorCode;
  readonly status: number;
  readonly errorId: string;
  /** The launch's own locale, where it is known. */
  readonly locale?: string | null;
}

const catalogues: Readonly<Record<Language, Texts>> = { fr, en };

/** An inline style is allowed by its hash, so that the page needs nothing else to look right. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(refusalStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Sends the page. It may be framed by anyone: a refused launch has no known platform, and there is nothing on the
 * page that a frame around it could misuse.
 */
export function sendRefusalPage(request: Request, response: Response, view: RefusalView): void {
  const language = view.locale ? readLanguage(view.locale) : preferredLanguage(request);
  response.removeHeader('X-Frame-Options');
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.status(view.status).type('html').send(renderPage(language, view));
}

function preferredLanguage(request: Request): Language {
  return request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
}

function renderPage(language: Language, view: RefusalView): string {
  const other = language === 'fr' ? 'en' : 'fr';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(titleOf(catalogues[language], view))} – NUM+</title>
<style>${refusalStyle}</style>
</head>
<body>
<main data-error="${escapeHtml(view.code)}">
${drawing}
${renderSection(language, view, 'h1')}
${renderSection(other, view, 'h2')}
</main>
</body>
</html>
`;
}

function renderSection(language: Language, view: RefusalView, heading: 'h1' | 'h2'): string {
  const texts = catalogues[language];
  const subheading = heading === 'h1' ? 'h2' : 'h3';
  const steps = texts.advice[getAdvice(view.code)].map((step) => `<li>${escapeHtml(step)}</li>`).join('\n');
  return `<section lang="${language}">
<${heading}>${escapeHtml(titleOf(texts, view))}</${heading}>
<p class="what">${escapeHtml(whatHappened(texts, view.code))}</p>
<p>${escapeHtml(texts.page.comfort)}</p>
<${subheading}>${escapeHtml(texts.page.whatToDo)}</${subheading}>
<ol>
${steps}
</ol>
<p class="helper">${escapeHtml(texts.page.errorId)} <strong>${escapeHtml(shortNumber(view.errorId))}</strong><br>
${escapeHtml(texts.page.code)} ${escapeHtml(view.code)}</p>
</section>`;
}

/** What a person can read out on the phone; the log's full id begins with it. */
function shortNumber(errorId: string): string {
  return errorId.slice(0, 8);
}

function titleOf(texts: Texts, { code }: RefusalView): string {
  return isLtiCode(code) ? texts.page.launchTitle : texts.page.otherTitle;
}

function whatHappened(texts: Texts, code: LtiErrorCode | ErrorCode): string {
  if (isLtiCode(code)) return texts.launch[code];
  return isPageCode(texts, code) ? texts.request[code] : texts.page.other;
}

function isPageCode(texts: Texts, code: ErrorCode): code is ErrorCode & PageCode {
  return code in texts.request;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A workshop door, shut, the light on inside: not open yet, and nobody is sent away. */
const drawing = `<svg class="door" viewBox="0 0 120 120" width="120" height="120" aria-hidden="true" focusable="false">
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
