/** The copy as one page to read and print: no script, nothing fetched. */
import type { Language } from '../../scenarios/world/base.ts';
import { escapeHtml } from '../base/escape-html.ts';
import type { Description } from './description.ts';
import { momentOf } from './moments.ts';
import type { PersonCopy } from './person-copy.ts';
import * as en from './person-words.en.ts';
import * as fr from './person-words.fr.ts';

const words = {
  fr: { sections: fr.personFr, nameOf: fr.nameOf, page: fr.pageWordsFr, lang: 'fr-CA' },
  en: { sections: en.personEn, nameOf: en.nameOf, page: en.pageWordsEn, lang: 'en-CA' },
};

const style = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.5 sans-serif;color:#1d2530}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:0}
blockquote{margin:.5rem 0;padding-left:.8rem;border-left:3px solid #5c6b7a;white-space:pre-wrap}
@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}}`;

export function renderCopy(language: Language, copy: PersonCopy, about: Description): string {
  const { sections, nameOf, page, lang } = words[language];
  const { timeZone } = about;
  const written = about.scenes.filter(({ typed }) => typed.length > 0);
  const requests = copy.attempts.flatMap((one) => one.requests);
  const parts = [
    paragraph(page.made(momentOf(language, timeZone, Date.parse(copy.madeAt)))),
    paragraph(copy.organisation),
    paragraph(page.person(copy.person.id)),
    paragraph(page.subject(copy.person.subject)),
    paragraph(page.file),
    ...sections(about).map(({ title, sentences }) => section(title, list(sentences))),
    ...(written.length === 0
      ? []
      : [
          section(
            page.written,
            written
              .map((scene) => `<h3>${escapeHtml(nameOf(scene))}</h3>${scene.typed.map(quote).join('')}`)
              .join(''),
          ),
        ]),
    ...(requests.length === 0
      ? []
      : [
          section(
            page.requests,
            requests
              .map(
                ({ askedAt, text, answer }) =>
                  `<h3>${escapeHtml(momentOf(language, timeZone, askedAt))}</h3>${quote(text ?? '–')}${
                    answer === null ? '' : `<p>${escapeHtml(page.answer)}</p>${quote(answer)}`
                  }`,
              )
              .join(''),
          ),
        ]),
    section(page.leftOut, list([...new Set(copy.leftOut.map((one) => one[language]))])),
  ];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(page.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(page.title)}</h1>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function section(title: string, body: string): string {
  return `<section><h2>${escapeHtml(title)}</h2>${body}</section>`;
}

function list(sentences: readonly string[]): string {
  return `<ul>${sentences.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`;
}

function paragraph(text: string): string {
  return text === '' ? '' : `<p>${escapeHtml(text)}</p>`;
}

function quote(text: string): string {
  return `<blockquote>${escapeHtml(text)}</blockquote>`;
}
