/** Anyone may frame them: no platform is known yet, and the button needs the invitation. */
import { escapeHtml } from '../../base/escape-html.ts';
import type { Response } from 'express';
import { getHostAndPort } from '../../../lti/net/own-address.ts';
import { mayRegistrationPass } from '../../../lti/registration/registration-codes.ts';
import type { RegistrationCode } from '../../../lti/registration/registration-codes.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import type { Registered } from '../../organisations/complete-registration.ts';
import { findCourseAlternative, listRemainingSteps, nameProduct } from './remaining-steps.ts';
import { registrationTexts } from './registration-words.ts';
import type { RegistrationTexts } from './registration-words.ts';
import { drawing, sendShellPage } from '../pages/page-shell.ts';

/** Query of the LMS, which the button and the language link repeat. */
interface RegistrationQuery {
  readonly openid_configuration?: string | undefined;
  readonly registration_token?: string | undefined;
}

export interface AskView {
  readonly platformName: string;
  readonly host: string;
  readonly withNames: boolean;
  readonly isApproved: boolean;
  readonly query: RegistrationQuery;
}

const escape = escapeHtml;

/**
 * Opening it changes nothing, because link scanners do too.
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
<p class="hint">${escape(view.isApproved ? texts.afterApproved : texts.after)}</p>`,
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

export interface DoneView {
  readonly registered: Registered;
  readonly publicUrl: string;
  readonly scriptUrl: string;
}

/** The button makes the LMS close the page. */
export function sendDonePage(
  response: Response,
  language: Language,
  { registered, publicUrl, scriptUrl }: DoneView,
): void {
  const { done: texts } = registrationTexts[language];
  const { isApproved, connection, platform } = registered;
  const product = nameProduct(registered);
  const alternative = findCourseAlternative(language, registered);
  const approval = isApproved
    ? ''
    : `<p>${escape(texts.approve)}<br><code>./bin/numplus.js platform approve ${escape(platform.ref)}</code></p>`;
  send(response, language, {
    title: texts.title,
    status: 200,
    scriptUrl,
    facts: `data-connection="${connection.state}" data-approved="${String(isApproved)}"`,
    isShort: true,
    content: `<p class="what">${escape(texts.lead)} ${escape(isApproved ? texts.approved : texts.waiting)}</p>
${describeKeys(texts, registered, publicUrl)}
<h2>${escape(texts.next(product))}</h2>
${list('ol', listRemainingSteps(language, registered))}
${alternative === undefined ? '' : `<p>${escape(alternative)}</p>`}
${approval}
<button class="main" type="button" id="close">${escape(texts.close)}</button>
<p class="hint">${escape(texts.closeHint)}</p>`,
  });
}

function describeKeys(texts: RegistrationTexts['done'], registered: Registered, publicUrl: string): string {
  const { connection, family } = registered;
  if (connection.state === 'fine') return `<p>${escape(texts.keysRead)}</p>`;
  if (connection.state !== 'keys-unread') return '';
  const { title, lead, moodle, other } = texts.keysUnread;
  const { host, port } = getHostAndPort(publicUrl);
  const steps = (family === 'moodle' ? moodle : other)(host, port);
  return `<h2>${escape(title(nameProduct(registered)))}</h2>
<p>${escape(lead)}</p>
${list('ol', steps)}`;
}

interface NotRegisteredView {
  readonly code: RegistrationCode;
  readonly status: number;
  readonly errorId: string;
  /** The invitation's host, and the one that came. */
  readonly hosts: { readonly expected: string; readonly came: string } | null;
}

/** Shows no remote text except the host that came. */
export function sendNotRegisteredPage(response: Response, language: Language, view: NotRegisteredView): void {
  const { refused: texts } = registrationTexts[language];
  const isUsed = view.code === 'registration.invitation-used';
  send(response, language, {
    title: isUsed ? texts.used.title : texts.title,
    status: view.status,
    code: view.code,
    content: `<p class="what">${escape(texts.what[view.code])}</p>
${view.hosts === null ? '' : describeHosts(texts.host, view.hosts)}
<h2>${escape(texts.whatToDo)}</h2>
${view.hosts === null ? list('ol', stepsAfter(view.code, texts)) : adviseHost(texts.host, view.hosts.came)}
<p class="helper">${escape(texts.errorId)} <strong>${escape(view.errorId.slice(0, 8))}</strong><br>
${escape(texts.code)} ${escape(view.code)}</p>`,
  });
}

function describeHosts(
  { expected, came }: RegistrationTexts['refused']['host'],
  hosts: { readonly expected: string; readonly came: string },
): string {
  return `<dl><dt>${escape(expected)}</dt><dd><strong>${escape(hosts.expected)}</strong></dd>
<dt>${escape(came)}</dt><dd><strong>${escape(hosts.came)}</strong></dd></dl>`;
}

/** The host came from outside; an operator may paste it into a shell. */
const plainHost = /^[a-z0-9][a-z0-9.-]*(?::\d{1,5})?$/;

function adviseHost({ advice, command }: RegistrationTexts['refused']['host'], came: string): string {
  const line = `./bin/numplus.js platform invite --host ${came} --approve`;
  const shown = plainHost.test(came) ? `<p>${escape(command)}<br><code>${escape(line)}</code></p>` : '';
  return `${list('ol', advice)}
${shown}`;
}

function stepsAfter(code: RegistrationCode, texts: RegistrationTexts['refused']): readonly string[] {
  if (code === 'registration.invitation-used') return texts.used.steps;
  return mayRegistrationPass(code) ? texts.again : texts.ask;
}

interface Parts {
  readonly title: string;
  readonly status: number;
  readonly content: string;
  readonly code?: RegistrationCode;
  readonly scriptUrl?: string;
  /** Attributes of `main`, without remote text. */
  readonly facts?: string;
  /** Without the picture: the button must fit on a frame's first screen. */
  readonly isShort?: boolean;
}

function send(response: Response, language: Language, parts: Parts): void {
  const code = parts.code === undefined ? '' : ` data-error="${escape(parts.code)}"`;
  sendShellPage(response, {
    language,
    title: parts.title,
    status: parts.status,
    ownForm: parts.scriptUrl === undefined ? {} : { scriptUrl: parts.scriptUrl },
    body: `<main${code}${parts.facts === undefined ? '' : ` ${parts.facts}`}>
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
