/** Anyone may frame them: no platform is known yet, and the button needs the invitation. */
import type { Response } from 'express';
import { mayRegistrationPass } from '../../../lti/registration/registration-codes.ts';
import type { RegistrationCode } from '../../../lti/registration/registration-codes.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import { registrationTexts } from './registration-words.ts';
import type { RegistrationTexts } from './registration-words.ts';
import { drawing, escapeHtml, sendShellPage } from '../pages/page-shell.ts';

/** Query of the LMS, which the button and the language link repeat. */
interface RegistrationQuery {
  readonly openid_configuration?: string | undefined;
  readonly registration_token?: string | undefined;
}

export interface AskView {
  readonly platformName: string;
  readonly host: string;
  readonly withNames: boolean;
  readonly query: RegistrationQuery;
}

const escape = escapeHtml;

/**
 * Says what will be connected and has the button. Opening it changes nothing, because link scanners do too.
 */
export function sendAskPage(response: Response, language: Language, view: AskView): void {
  const { ask: texts } = registrationTexts[language];
  const names = view.withNames ? texts.namesAsked : texts.namesNotAsked;
  send(response, language, {
    title: texts.title,
    status: 200,
    isShort: true,
    content: `${switchLanguage(language, view.query)}
<p class="what">${escape(texts.lead)}</p>
<dl><dt>${escape(texts.address)}</dt><dd><strong>${escape(view.host)}</strong></dd>
<dt>${escape(texts.name)}</dt><dd>${escape(view.platformName)}</dd></dl>
<h2>${escape(texts.what)}</h2>
${list('ul', [...texts.wanted, names])}
<form method="post">
${hidden({ ...view.query, language })}
<button class="main">${escape(texts.register)}</button>
</form>
<p class="hint">${escape(texts.after)}</p>`,
  });
}

/** For a person who opened the address outside the LMS. */
export function sendPastePage(response: Response, language: Language): void {
  const { paste: texts } = registrationTexts[language];
  send(response, language, {
    title: texts.title,
    status: 200,
    content: `${switchLanguage(language, {})}
<p class="what">${escape(texts.lead)}</p>
${list('ol', texts.steps)}
<p class="hint">${escape(texts.note)}</p>`,
  });
}

/** The button makes the LMS close the page. */
export function sendDonePage(response: Response, language: Language, scriptUrl: string): void {
  const { done: texts } = registrationTexts[language];
  send(response, language, {
    title: texts.title,
    status: 200,
    scriptUrl,
    content: `<p class="what">${escape(texts.lead)}</p>
<h2>${escape(texts.next)}</h2>
${list('ol', texts.steps)}
<button class="main" type="button" id="close">${escape(texts.close)}</button>
<p class="hint">${escape(texts.closeHint)}</p>`,
  });
}

/** Shows nothing that the LMS or the network said. */
export function sendNotRegisteredPage(
  response: Response,
  language: Language,
  view: { readonly code: RegistrationCode; readonly status: number; readonly errorId: string },
): void {
  const { refused: texts } = registrationTexts[language];
  send(response, language, {
    title: texts.title,
    status: view.status,
    code: view.code,
    content: `<p class="what">${escape(texts.what[view.code])}</p>
<h2>${escape(texts.whatToDo)}</h2>
${list('ol', stepsAfter(view.code, texts))}
<p class="helper">${escape(texts.errorId)} <strong>${escape(view.errorId.slice(0, 8))}</strong><br>
${escape(texts.code)} ${escape(view.code)}</p>`,
  });
}

function stepsAfter(code: RegistrationCode, texts: RegistrationTexts['refused']): readonly string[] {
  return mayRegistrationPass(code) ? texts.again : texts.ask;
}

interface Parts {
  readonly title: string;
  readonly status: number;
  readonly content: string;
  readonly code?: RegistrationCode;
  readonly scriptUrl?: string;
  /** Without the picture, so that the button fits on the first screen of a frame. */
  readonly isShort?: boolean;
}

function send(response: Response, language: Language, parts: Parts): void {
  const code = parts.code === undefined ? '' : ` data-error="${escape(parts.code)}"`;
  sendShellPage(response, {
    language,
    title: parts.title,
    status: parts.status,
    ownForm: parts.scriptUrl === undefined ? {} : { scriptUrl: parts.scriptUrl },
    body: `<main${code}>
${parts.isShort === true ? '' : drawing}
<section>
<h1>${escape(parts.title)}</h1>
${parts.content}
</section>
</main>`,
  });
}

function switchLanguage(language: Language, query: RegistrationQuery): string {
  const other = language === 'fr' ? 'en' : 'fr';
  const params = new URLSearchParams({ ...present(query), language: other });
  const { otherLanguage } = registrationTexts[language];
  return `<p class="hint"><a href="?${escape(params.toString())}" lang="${other}" hreflang="${other}">${escape(otherLanguage)}</a></p>`;
}

function hidden(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(present(fields))
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('\n');
}

function present(
  fields: RegistrationQuery | Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function list(kind: 'ul' | 'ol', items: readonly string[]): string {
  return `<${kind}>\n${items.map((item) => `<li>${escape(item)}</li>`).join('\n')}\n</${kind}>`;
}
