import type { Markup } from './html.ts';
import { html } from './html.ts';
import { textAt } from './json.ts';
import { type PageLanguage, type PageTexts, pageTexts } from './page-texts.ts';
import type { StatementBook, StoredStatement } from './statement-book.ts';
import { createStatementView } from './statement-view.ts';

export interface PageRequest {
  readonly language: PageLanguage;
  readonly registration: string;
  readonly page: number;
}

const pageSize = 25;

const maxAttempts = 100;

export function renderPage(book: StatementBook, asked: PageRequest): string {
  const texts = pageTexts[asked.language];
  const matching = book.all.filter(
    ({ statement }) =>
      asked.registration === '' || textAt(statement, 'context', 'registration') === asked.registration,
  );
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(Math.max(asked.page, 1), pages);
  const end = matching.length - (page - 1) * pageSize;
  const shown = matching.slice(Math.max(0, end - pageSize), end).reverse();
  const count = asked.registration === '' ? texts.count : texts.countOf;
  const body = html`<header class="top">
      <div>
        <h1>${texts.title}</h1>
        <p class="lead">${texts.lead}</p>
      </div>
      ${languageSwitch(asked, page)}
    </header>
    <main>
      ${filter(book, asked, texts)}
      <p class="count"><strong>${count(matching.length)}</strong></p>
      ${shown.length === 0 ? emptyNote(texts) : table(book, shown, asked.language)}
      ${pageLinks(asked, page, pages, texts)}
    </main>`;
  return frame(asked.language, texts.title, body).text;
}

function frame(language: PageLanguage, title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="${language}-CA">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

function languageSwitch(asked: PageRequest, page: number): Markup {
  const other = asked.language === 'fr' ? 'en' : 'fr';
  const { otherLanguage } = pageTexts[asked.language];
  const href = addressOf({ ...asked, language: other }, page);
  return html`<a class="quiet" href="${href}" lang="${other}" hreflang="${other}">${otherLanguage}</a>`;
}

function filter(book: StatementBook, asked: PageRequest, texts: PageTexts): Markup {
  const options = attemptsOf(book).map((registration) => {
    const selected = registration === asked.registration ? html` selected` : html``;
    return html`<option value="${registration}" ${selected}>${registration.slice(0, 8)}…</option>`;
  });
  return html`<form class="filter" method="get" action="/">
    <input type="hidden" name="lang" value="${asked.language}" />
    <label for="registration">${texts.attempt}</label>
    <select id="registration" name="registration">
      <option value="">${texts.allAttempts}</option>
      ${options}
    </select>
    <button type="submit">${texts.show}</button>
    <a class="quiet" href="${addressOf(asked, 1)}">${texts.refresh}</a>
  </form>`;
}

function attemptsOf(book: StatementBook): string[] {
  const registrations = book.all
    .map(({ statement }) => textAt(statement, 'context', 'registration'))
    .filter((registration) => registration !== undefined)
    .reverse();
  return [...new Set(registrations)].slice(0, maxAttempts);
}

function emptyNote(texts: PageTexts): Markup {
  return html`<div class="empty">
    <p><strong>${texts.empty}</strong></p>
    <p>${texts.emptyHint}</p>
  </div>`;
}

function table(book: StatementBook, shown: readonly StoredStatement[], language: PageLanguage): Markup {
  const texts = pageTexts[language];
  const head = [texts.when, texts.who, texts.what, texts.result].map((word) => html`<span>${word}</span>`);
  return html`<div class="log">
    <div class="head" aria-hidden="true">${head}</div>
    <ol reversed>
      ${shown.map((one) => row(book, one, language))}
    </ol>
  </div>`;
}

function row(book: StatementBook, { id, statement }: StoredStatement, language: PageLanguage): Markup {
  const texts = pageTexts[language];
  const view = createStatementView(statement, language, texts);
  const facts = [...view.result, ...(book.isVoided(id) ? [texts.voided] : [])];
  return html`<li>
    <details>
      <summary>
        <span class="when">${view.when}</span>
        <span class="who">${view.who}</span>
        <span class="what"><b>${view.verb}</b> ${view.object}</span>
        <span class="facts">${facts.map((fact) => html`<span class="fact">${fact}</span> `)}</span>
      </summary>
      <pre tabindex="0" aria-label="${texts.statement(id)}">${JSON.stringify(statement, null, 2)}</pre>
    </details>
  </li>`;
}

function pageLinks(asked: PageRequest, page: number, pages: number, texts: PageTexts): Markup {
  if (pages === 1) return html``;
  const newer =
    page > 1 ? html`<a href="${addressOf(asked, page - 1)}" rel="prev">← ${texts.newer}</a>` : html``;
  const older =
    page < pages ? html`<a href="${addressOf(asked, page + 1)}" rel="next">${texts.older} →</a>` : html``;
  return html`<nav class="pages" aria-label="${texts.pages}">
    <span>${newer}</span><span>${page} / ${pages}</span><span>${older}</span>
  </nav>`;
}

function addressOf(asked: PageRequest, page: number): string {
  const parameters = new URLSearchParams({ lang: asked.language });
  if (asked.registration !== '') parameters.set('registration', asked.registration);
  if (page > 1) parameters.set('page', String(page));
  return `/?${parameters.toString()}`;
}
