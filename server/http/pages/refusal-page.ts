/** In the person's language first and the other below. Shows nothing of what was posted. */
import { escapeHtml } from '../../base/escape-html.ts';
import type { Request, Response } from 'express';
import type { LtiErrorCode } from '../../../lti/launch/codes.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import type { ErrorCode } from '../../base/errors.ts';
import { readLanguage } from '../../launches/accept.ts';
import type { WaitingRefusal } from '../../launches/accept.ts';
import { en } from './refusal-words.en.ts';
import { fr } from './refusal-words.fr.ts';
import type { PageCode, Texts } from './refusal-words.ts';
import { drawing, preferredLanguage, sendShellPage } from './page-shell.ts';
import type { ShellPage } from './page-shell.ts';
import { getAdvice, isLtiCode } from './refusals.ts';

export interface RefusalView {
  readonly code: LtiErrorCode | ErrorCode;
  readonly status: number;
  readonly errorId: string;
  readonly locale?: string | null;
  /** Shown only if it is a web address. */
  readonly returnUrl?: string | null;
  /** Origin of a launch that waits for approval, for staff to pass on. */
  readonly waiting?: WaitingRefusal['waiting'] | undefined;
  /** The platform's own error, for helpers to search. */
  readonly platformError?: string | undefined;
}

interface RefusalExtra {
  readonly script: NonNullable<ShellPage['script']>;
  readonly before: (language: Language) => string;
  readonly action: (language: Language) => string;
}

const catalogues: Readonly<Record<Language, Texts>> = { fr, en };

export function sendRefusalPage(
  request: Request,
  response: Response,
  view: RefusalView,
  extra?: RefusalExtra,
): void {
  const language = view.locale ? readLanguage(view.locale) : preferredLanguage(request);
  const other = language === 'fr' ? 'en' : 'fr';
  sendShellPage(response, {
    language,
    title: titleOf(catalogues[language], view),
    status: view.status,
    ...(extra === undefined ? {} : { script: extra.script }),
    body: `${extra?.before(language) ?? ''}<main data-error="${escapeHtml(view.code)}">
${drawing}
${renderSection(language, view, 'h1', extra?.action(language))}
${renderSection(other, view, 'h2', extra?.action(other))}
</main>`,
  });
}

function renderSection(language: Language, view: RefusalView, heading: 'h1' | 'h2', action = ''): string {
  const texts = catalogues[language];
  const subheading = heading === 'h1' ? 'h2' : 'h3';
  const steps = texts.advice[getAdvice(view.code)].map((step) => `<li>${escapeHtml(step)}</li>`).join('\n');
  return `<section lang="${language}">
<${heading}>${escapeHtml(titleOf(texts, view))}</${heading}>
<p class="what">${escapeHtml(whatHappened(texts, view.code))}</p>
${action}
<p>${escapeHtml(texts.page.comfort)}</p>
<${subheading}>${escapeHtml(texts.page.whatToDo)}</${subheading}>
<ol>
${steps}
</ol>
${renderWaiting(texts, view)}${renderWayBack(texts, view)}<p class="helper">${escapeHtml(texts.page.errorId)} <strong>${escapeHtml(shortNumber(view.errorId))}</strong><br>
${escapeHtml(texts.page.code)} ${escapeHtml(codeFor(view))}</p>
</section>`;
}

function renderWaiting({ page }: Texts, { waiting }: RefusalView): string {
  if (waiting === undefined) return '';
  return `<dl><dt>${escapeHtml(page.platform)}</dt><dd>${escapeHtml(waiting.platform)}</dd>
<dt>${escapeHtml(page.deployment)}</dt><dd>${escapeHtml(waiting.deployment)}</dd></dl>\n`;
}

/** Opens in the top window, because in a frame the LMS's cookies may be missing. */
function renderWayBack(texts: Texts, { returnUrl = null }: RefusalView): string {
  if (returnUrl === null || !/^https?:\/\//i.test(returnUrl) || !URL.canParse(returnUrl)) return '';
  const href = escapeHtml(new URL(returnUrl).href);
  return `<p><a href="${href}" target="_top" rel="noreferrer">${escapeHtml(texts.page.wayBack)}</a></p>\n`;
}

/** Short enough to say on the phone; the id in the log begins with it. */
function shortNumber(errorId: string): string {
  return errorId.slice(0, 8);
}

function codeFor({ code, platformError }: RefusalView): string {
  return platformError === undefined ? code : `${code} (${platformError})`;
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
