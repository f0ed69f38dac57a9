import { WEEKS, type ExamplesNews } from '../examples.ts';
import { EXAMPLES, fullName } from '../people-and-courses.ts';
import type { PageParts, Reader } from './layout.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Texts } from './texts.ts';

const LEARNER = 4;
const TEACHER = 3;

interface Choice {
  readonly person: number;
  readonly next: string;
  readonly title: string;
  readonly hint: string;
}

function button({ person, next, title, hint }: Choice): Markup {
  return markup`<li><form method="post" action="/act-as">
<input type="hidden" name="next" value="${next}"><input type="hidden" name="person" value="${person}">
<button class="choice"><strong>${title}</strong> <span>${hint}</span></button></form></li>`;
}

export function tellNews(texts: Texts, { played, arePlaying }: ExamplesNews): string {
  if (arePlaying) return texts.guide.playing(played, EXAMPLES.length);
  return played === 0 ? texts.guide.nobodyPlayed : texts.guide.havePlayed(played);
}

export function createGuidePage(reader: Reader, news: ExamplesNews): PageParts {
  const { guide } = reader.texts;
  const { courseId, cmid } = WEEKS.fr;
  const choices: readonly Choice[] = [
    { person: LEARNER, next: `/activity/${WEEKS[reader.language].cmid}`, ...guide.play },
    { person: TEACHER, next: `/activity/${cmid}`, ...guide.look },
    { person: TEACHER, next: `/course/${courseId}/grades`, ...guide.grades },
  ];
  const names = EXAMPLES.map((person) => markup`<li>${fullName(person)}</li>`);
  return {
    title: guide.title,
    body: markup`<div class="intro"><h1>${guide.title}</h1><p class="lead">${guide.lead}</p></div>
<ul class="choices">${choices.map(button)}</ul>
<section class="panel" aria-labelledby="invented"><h2 id="invented">${guide.invented}</h2>
<p role="status" id="news" data-playing="${String(news.arePlaying)}">${tellNews(reader.texts, news)}</p>
<p>${guide.mark}</p><ul class="names">${names}</ul></section>
<p class="aside"><a href="/people">${guide.others}</a></p>
<script src="/assets/news.js"></script>`,
  };
}

export const NEWS_SCRIPT = `const news = document.getElementById('news');
async function ask() {
  const answer = await fetch('/examples').catch(() => undefined);
  const told = await answer?.json().catch(() => undefined);
  if (told !== undefined && told.text !== news.textContent) news.textContent = told.text;
  if (told?.arePlaying !== false) setTimeout(ask, 3000);
}
if (news.dataset.playing === 'true') setTimeout(ask, 3000);
`;
