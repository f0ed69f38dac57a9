import type { Request, Response } from 'express';
import { fullName } from '../people-and-courses.ts';
import type { Course, Person } from '../people-and-courses.ts';
import { readSession } from '../session.ts';
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { TEXTS } from './texts.ts';
import type { Language, Texts } from './texts.ts';

export interface Reader {
  readonly person: Person | undefined;
  readonly language: Language;
  readonly texts: Texts;
}

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface PageParts {
  readonly title: string;
  readonly body: Content;
  readonly crumbs?: readonly Crumb[];
  /** `activity` gives its height to a frame; `bare` is for pages inside one. */
  readonly kind?: 'activity' | 'bare';
}

export function languageOf(course: Course): Language {
  return course.language === 'en' ? 'en' : 'fr';
}

export function readReader(request: Request, courseLanguage: Language = 'fr'): Reader {
  const { person, language = courseLanguage } = readSession(request);
  return { person, language, texts: TEXTS[language] };
}

const CREST = markup`<svg class="crest" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
<path class="crest-shield" d="M4 4h32v18c0 8-7 12-16 15C11 34 4 30 4 22z"/>
<path class="crest-trunk" d="M14 8v22M26 8v22M20 8v25"/>
<path class="crest-mark" d="M12 13h3M25 16h3M18 20h3M13 24h3M24 26h3"/></svg>`;

function languageSwitch(reader: Reader, path: string): Markup {
  const links = (['fr', 'en'] as const).map((language) => {
    const name = TEXTS[language].languageName;
    const href = `/language/${language}?next=${encodeURIComponent(path)}`;
    return language === reader.language
      ? markup`<li><span aria-current="true" lang="${language}">${name}</span></li>`
      : markup`<li><a href="${href}" lang="${language}" hreflang="${language}">${name}</a></li>`;
  });
  return markup`<nav class="languages" aria-label="${reader.texts.switchLanguage}"><ul>${links}</ul></nav>`;
}

function header(reader: Reader, path: string): Markup {
  const { texts, person } = reader;
  const who =
    person === undefined
      ? undefined
      : markup`<p class="who"><strong>${fullName(person)}</strong> <span class="role">${texts.roles[person.role]}</span>
<a href="/people">${texts.changePerson}</a></p>`;
  return markup`<a class="skip" href="#content">${texts.skipToContent}</a>
<header class="top"><div class="top-inner">
<a class="brand" href="/">${CREST}<span><span class="brand-name">${texts.school}</span> <span class="brand-sub">${texts.portal}</span></span></a>
<div class="top-tools">${who}${languageSwitch(reader, path)}</div>
</div></header>`;
}

function breadcrumbs(
  reader: Reader,
  crumbs: readonly Crumb[] | undefined,
  title: string,
): Markup | undefined {
  if (crumbs === undefined) return undefined;
  const all = [{ label: reader.texts.home, href: '/' }, ...crumbs];
  const items = all.map(({ label, href }) => markup`<li><a href="${href}">${label}</a></li>`);
  return markup`<nav class="crumbs" aria-label="${reader.texts.breadcrumbs}"><ol>${items}<li aria-current="page">${title}</li></ol></nav>`;
}

export function sendPage(
  request: Request,
  response: Response,
  reader: Reader,
  parts: PageParts,
  status = 200,
): void {
  const { texts, language } = reader;
  const isBare = parts.kind === 'bare';
  const page = markup`<!doctype html>
<html lang="${language === 'fr' ? 'fr-CA' : 'en-CA'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title} · ${texts.school}</title>
<link rel="icon" href="/assets/crest.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css">
</head>
<body class="${parts.kind ?? 'page'}">
${isBare ? undefined : header(reader, request.originalUrl)}
${isBare ? undefined : breadcrumbs(reader, parts.crumbs, parts.title)}
<main id="content" tabindex="-1">${parts.body}</main>
${parts.kind === undefined ? markup`<footer><p>${texts.footer}</p></footer>` : undefined}
</body>
</html>`;
  response.status(status).type('html').send(page.html);
}
