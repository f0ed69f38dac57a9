/** The script continues at once if the browser stores the secret; else the person chooses. It never sees a token. */
import { escapeHtml } from '../../../base/escape-html.ts';
import type { Request, Response } from 'express';
import type { LoginAnswer } from '../../../../lti/launch/login.ts';
import type { Language } from '../../../../scenarios/world/base.ts';
import { launchPageTexts } from './launch-page-words.ts';
import { drawing, preferredLanguage, sendShellPage } from '../../pages/page-shell.ts';
import { renderPatience } from './patience.ts';

export interface LoginPageView {
  readonly login: LoginAnswer;
  /** A new window restarts the login here. */
  readonly loginPath: string;
  readonly script: string;
  readonly frameAncestors: readonly string[];
}

export function sendLoginPage(request: Request, response: Response, view: LoginPageView): void {
  const language = preferredLanguage(request);
  const other = language === 'fr' ? 'en' : 'fr';
  const { authorizationUrl, binding } = view.login;
  sendShellPage(response, {
    language,
    title: launchPageTexts[language].login.title,
    status: 200,
    script: {
      text: view.script,
      data: { page: 'login', authorizationUrl, ...binding },
      frameAncestors: view.frameAncestors,
    },
    body: `${renderPatience(language)}
<main>
${drawing}
${renderSection(language, view, 'h1')}
${renderSection(other, view, 'h2')}
</main>`,
  });
}

/** The plain link is for browsers without scripts. */
function renderSection(language: Language, view: LoginPageView, heading: 'h1' | 'h2'): string {
  const texts = launchPageTexts[language].login;
  return `<section lang="${language}">
<div data-step="choose">
<${heading}>${escapeHtml(texts.title)}</${heading}>
<p class="what" data-step="why">${escapeHtml(texts.why)}</p>
<p class="what" data-step="denied" role="status" hidden>${escapeHtml(texts.denied)}</p>
<div class="step">${renderForm(view, '_blank', `<button class="main">${escapeHtml(texts.openWindow)}</button>`)}</div>
<div class="step" data-step="allow" hidden>
<button type="button" data-act="allow">${escapeHtml(texts.allow)}</button>
<p class="hint">${escapeHtml(texts.allowHint)}</p>
</div>
<p class="step" data-step="plain"><a class="button" href="${escapeHtml(view.login.authorizationUrl)}">${escapeHtml(texts.goOn)}</a></p>
</div>
<div data-step="opened" hidden>
<${heading} tabindex="-1">${escapeHtml(texts.opened)}</${heading}>
<p class="what">${escapeHtml(texts.openedHint)}</p>
<div class="step">${renderForm(view, '_top', `<button>${escapeHtml(texts.openHere)}</button>`)}</div>
</div>
</section>`;
}

/** Repeats the login: an LMS's message hint may be valid for one request only. */
function renderForm({ login, loginPath }: LoginPageView, target: '_blank' | '_top', button: string): string {
  const inputs = Object.entries(login.request).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="${escapeHtml(loginPath)}" target="${target}">
${inputs.join('\n')}
${button}
</form>`;
}
