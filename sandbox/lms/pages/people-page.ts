import { fullName, PEOPLE } from '../people-and-courses.ts';
import type { Person } from '../people-and-courses.ts';
import type { PageParts, Reader } from './layout.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

function initials(person: Person): string {
  return `${person.givenName.charAt(0)}${person.familyName.charAt(0)}`;
}

function card(reader: Reader, person: Person, next: string): Markup {
  const { texts } = reader;
  const isCurrent = person.id === reader.person?.id;
  return markup`<li><form method="post" action="/act-as">
<input type="hidden" name="next" value="${next}">
<button class="person ${person.role}" name="person" value="${person.id}"${isCurrent ? markup` aria-current="true"` : undefined}>
<span class="initials" aria-hidden="true">${initials(person)}</span>
<span class="person-text"><span class="visually-hidden">${texts.actAs}</span> <span class="person-name">${fullName(person)}</span>
<span class="role">${texts.roles[person.role]}${isCurrent ? ` · ${texts.current}` : ''}</span></span>
</button></form></li>`;
}

export function createPeoplePage(reader: Reader, next: string): PageParts {
  const { texts } = reader;
  const cards = PEOPLE.map((person) => card(reader, person, next));
  const isFirstVisit = reader.person === undefined;
  const welcome = markup`<p class="eyebrow">${texts.homeTitle}</p>`;
  return {
    title: texts.choosePerson,
    ...(isFirstVisit ? {} : { crumbs: [] }),
    body: markup`<div class="intro">${isFirstVisit ? welcome : undefined}
<h1>${texts.choosePerson}</h1>
<p class="lead">${texts.choosePersonHint}</p>
<p>${texts.homeLead}</p></div>
<ul class="people">${cards}</ul>`,
  };
}
