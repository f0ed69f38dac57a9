/** The copy as one page to read and print: no script, nothing fetched. */
import type { Language } from '../../scenarios/world/base.ts';
import { escapeHtml } from '../base/escape-html.ts';
import { spellBackground } from '../studies/background-questions.ts';
import type { Answer } from '../studies/consent.ts';
import { activityPart } from './copy-activity.ts';
import { copyWordsEn } from './copy-words.en.ts';
import { type Choice, copyWordsFr } from './copy-words.fr.ts';
import type { Description } from './description.ts';
import { momentOf } from './moments.ts';
import type { PersonCopy } from './person-copy.ts';
import { nameOf as nameOfEn, personEn } from './person-words.en.ts';
import { nameOf as nameOfFr, personFr } from './person-words.fr.ts';

const words = {
  fr: { sections: personFr, nameOf: nameOfFr, page: copyWordsFr, lang: 'fr-CA' },
  en: { sections: personEn, nameOf: nameOfEn, page: copyWordsEn, lang: 'en-CA' },
};

const style = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.5 sans-serif;color:#1d2530}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1.1rem;margin-top:1.5rem}
h4{font-size:1rem;margin-bottom:0}h3+p,h4+p{margin-top:.2rem}p{margin-bottom:.3rem}
blockquote{margin:.5rem 0;padding-left:.8rem;border-left:3px solid #5c6b7a;white-space:pre-wrap}
@media print{body{margin:0;max-width:none}h2,h3,h4{break-after:avoid}}`;

export function renderCopy(language: Language, copy: PersonCopy, about: Description): string {
  const { sections, nameOf, page, lang } = words[language];
  const { timeZone, organisation, activities } = about;
  const moment = (at: number): string => momentOf(language, timeZone, at);
  const background = copy.studies
    .flatMap((study) =>
      study.background === null ? [] : spellBackground(language, study.background.answers),
    )
    .map(({ question, answer }) => `${question} ${answer}`);
  const choices = copy.studies.flatMap(({ answers }) =>
    answers.map((one, index) => {
      const choice = choiceOf(one, answers[index - 1]);
      const isYes = choice === 'given' || choice === 'future';
      return `${page.choice(choice, moment(one.at))}${isYes ? ` ${page.edition(one.version)}` : ''}`;
    }),
  );
  const parts = [
    paragraph(page.made(moment(Date.parse(copy.madeAt)))),
    organisation === null ? '' : paragraph(page.organisation(organisation[language])),
    paragraph(page.person(copy.person.id)),
    paragraph(page.subject(copy.person.subject)),
    paragraph(page.file),
    ...activities.map((one) => activityPart(one, { language, words: page, nameOf, moment })),
    // What they say scene by scene is told above, with more.
    ...sections(about, { withScenes: false }).map(({ title, sentences }) => section(title, list(sentences))),
    ...(choices.length === 0 ? [] : [section(page.research, list(choices))]),
    ...(background.length === 0 ? [] : [section(page.background, list(background))]),
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
${parts.filter((part) => part !== '').join('\n')}
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
  return `<p>${escapeHtml(text)}</p>`;
}

function choiceOf({ answer, future }: Answer, before: Answer | undefined): Choice {
  if (answer !== 'given') return answer;
  if (future) return 'future';
  return before?.answer === 'given' && before.future ? 'dropped' : 'given';
}
