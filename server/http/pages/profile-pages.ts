import { escapeHtml } from '../../base/escape-html.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import type { Description } from '../../../xapi/profile/describe.ts';
import {
  appLabels,
  type ExtensionTerm,
  extensionTerms,
  type StatementKind,
  statementKinds,
  type Term,
  typeTerms,
  verbTerms,
} from '../../../xapi/profile/dictionary.ts';
import { profile } from '../../../xapi/profile/profile.ts';
import type { Pattern } from '../../../xapi/profile/profile-types.ts';
import { base } from '../../../xapi/vocabulary.ts';
import { profilePageTexts, type ProfilePageTexts } from './profile-page-words.ts';

export const profilePageStyle = `
main{max-width:52rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:0 0 1.5rem}
nav a{display:inline-block;padding:.25rem 0}
code{font-family:ui-monospace,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
main>section+section{color:inherit;font-size:1rem}
dt{color:inherit;font-size:1rem;margin-top:.75rem}
dt:first-child{margin-top:0}
.facts{color:var(--muted);font-size:.8889rem}
summary{cursor:pointer;padding:.5rem 0;font-weight:650}
summary:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8rem;margin:0;padding:1rem;border:1px solid var(--edge);border-radius:.75rem}
`;

/** @param path the address without its language */
export function renderDescription(description: Description, language: Language, path: string): string {
  const texts = profilePageTexts[language];
  const { kind, label, meaning, iri, json } = description;
  const isProfile = kind === 'Profile';
  return `<main>
${renderLinks(language, path, isProfile)}
<section>
<p class="facts">${texts.kinds[kind]}</p>
<h1>${escapeHtml(label[language])}</h1>
<p>${escapeHtml(meaning[language])}</p>
<p class="facts">${texts.iri}${colon(language)} <code>${escapeHtml(iri)}</code></p>
${isProfile ? `<p class="facts">${texts.version}${colon(language)} <code>${escapeHtml(profile.versions.map(({ id }) => id).join(', '))}</code></p>` : ''}
</section>
${isProfile ? renderLists(language) : `<section><h2>${texts.data}</h2><pre>${escapeHtml(JSON.stringify(json, null, 2))}</pre></section>`}
</main>`;
}

function renderLinks(language: Language, path: string, isProfile: boolean): string {
  const texts = profilePageTexts[language];
  const other = language === 'fr' ? 'en' : 'fr';
  const links = [
    `<a href="${escapeHtml(path)}?lang=${other}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a>`,
    `<a href="${escapeHtml(path)}?format=json">${texts.asJson}</a>`,
    ...(isProfile ? chapters(texts) : [`<a href="/xapi/profile?lang=${language}">${texts.toProfile}</a>`]),
  ];
  return `<nav aria-label="${isProfile ? 'NUM+ xAPI' : 'xAPI'}"><ul>${links.map((link) => `<li>${link}</li>`).join('')}</ul></nav>`;
}

function chapters(texts: ProfilePageTexts): string[] {
  return (['verbs', 'types', 'extensions', 'statements', 'order'] as const).map(
    (chapter) => `<a href="#${chapter}">${texts[chapter]}</a>`,
  );
}

function renderLists(language: Language): string {
  const texts = profilePageTexts[language];
  const terms = (list: readonly Term[]): string =>
    `<dl>${list.map((one) => renderTerm(one, language)).join('')}</dl>`;
  return [
    chapter('verbs', texts.verbs, terms(verbTerms)),
    chapter('types', texts.types, terms(typeTerms)),
    chapter(
      'extensions',
      texts.extensions,
      `<dl>${extensionTerms.map((one) => renderExtension(one, language)).join('')}</dl>`,
    ),
    chapter('statements', texts.statements, `<p>${texts.statementsHint}</p>${renderStatements(language)}`),
    chapter('order', texts.order, `<p>${texts.orderHint}</p>${renderPatterns(language)}`),
  ].join('\n');
}

function chapter(id: string, title: string, body: string): string {
  return `<section id="${id}"><h2>${title}</h2>${body}</section>`;
}

function renderTerm(term: Term, language: Language, more: readonly string[] = []): string {
  const texts = profilePageTexts[language];
  const source = term.source === undefined ? texts.ours : `${texts.source} ${term.source.name}`;
  const facts = [...more, source].join(' · ');
  return `<dt>${link(term.iri, `<code>${escapeHtml(term.name)}</code>`, language)} – ${escapeHtml(term.label[language])}</dt>
<dd>${escapeHtml(term.meaning[language])}<br><span class="facts">${escapeHtml(facts)}</span></dd>`;
}

function renderExtension(term: ExtensionTerm, language: Language): string {
  const unit = term.unit === undefined ? [] : [term.unit];
  return renderTerm(term, language, [profilePageTexts[language].place[term.place], ...unit]);
}

/** Closed at first: there are a hundred kinds. */
function renderStatements(language: Language): string {
  const groups = [undefined, ...appLabels].map((app) => {
    const kinds = statementKinds.filter((kind) => kind.app?.en === app?.en);
    const title = app === undefined ? profilePageTexts[language].aroundApps : app[language];
    return `<details><summary>${escapeHtml(title)}</summary><dl>${kinds.map((kind) => renderKind(kind, language)).join('')}</dl></details>`;
  });
  return groups.join('\n');
}

function renderKind({ iri, name, tier, verb, type, extensions }: StatementKind, language: Language): string {
  const texts = profilePageTexts[language];
  const said = `${texts.verb}${colon(language)} ${verb.label[language]} · ${texts.object}${colon(language)} ${type.label[language]}`;
  const own = extensions.map((one) => `<code>${escapeHtml(one)}</code>`).join(', ');
  return `<dt>${link(iri, `<code>${escapeHtml(name)}</code>`, language)}</dt>
<dd>${escapeHtml(said)} · ${texts.tier} ${tier}${own === '' ? '' : `<br><span class="facts">${texts.extensions}${colon(language)} ${own}</span>`}</dd>`;
}

function renderPatterns(language: Language): string {
  const rows = profile.patterns.map((pattern) => {
    const { way, parts } = partsOf(pattern);
    const names = parts.map((iri) => link(iri, `<code>${escapeHtml(lastPart(iri))}</code>`, language));
    return `<dt>${link(pattern.id, `<code>${escapeHtml(lastPart(pattern.id))}</code>`, language)}</dt>
<dd>${profilePageTexts[language].ways[way]}${colon(language)} ${names.join(', ')}</dd>`;
  });
  return `<dl>${rows.join('')}</dl>`;
}

function partsOf(pattern: Pattern): { way: keyof ProfilePageTexts['ways']; parts: readonly string[] } {
  if ('sequence' in pattern) return { way: 'sequence', parts: pattern.sequence };
  if ('alternates' in pattern) return { way: 'alternates', parts: pattern.alternates };
  if ('optional' in pattern) return { way: 'optional', parts: [pattern.optional] };
  if ('oneOrMore' in pattern) return { way: 'oneOrMore', parts: [pattern.oneOrMore] };
  return { way: 'zeroOrMore', parts: [pattern.zeroOrMore] };
}

function link(iri: string, html: string, language: Language): string {
  if (!iri.startsWith(base)) return html;
  return `<a href="/xapi/${escapeHtml(iri.slice(base.length))}?lang=${language}">${html}</a>`;
}

function lastPart(iri: string): string {
  return iri.split('/').at(-1) ?? iri;
}

function colon(language: Language): string {
  return language === 'fr' ? '\u00a0:' : ':';
}
