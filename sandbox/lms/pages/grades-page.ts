import { findGrade, listItemsOfCourse, toGradeEntry } from '../gradebook.ts';
import type { GradeEntry } from '../gradebook.ts';
import { fullName, isStaff, listMembers } from '../people-and-courses.ts';
import type { Course, Person } from '../people-and-courses.ts';
import type { Platform } from '../platform.ts';
import type { Store } from '../store.ts';
import type { LineItem } from '../stored-state.ts';
import { languageOf } from './layout.ts';
import type { PageParts, Reader } from './layout.ts';
import type { Language } from './texts.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { formatNumber, formatTime } from './number-and-date.ts';

type GradesOf = Pick<Platform, 'store' | 'profile'>;

function points(reader: Reader, entry: GradeEntry | undefined): Markup {
  if (entry?.points === undefined || entry.points === null) {
    return markup`<span class="none">${reader.texts.none}<span class="visually-hidden"> ${reader.texts.noGradeYet}</span></span>`;
  }
  const given = formatNumber(entry.points, reader.language);
  const maximum = formatNumber(entry.maximum, reader.language);
  const note = entry.overridden
    ? markup`<br><span class="meta">${reader.texts.overridden}</span>`
    : undefined;
  return markup`<strong>${given}</strong>\u00a0/\u00a0${maximum}${note}`;
}

function comment(reader: Reader, entry: GradeEntry | undefined): Markup {
  return entry === undefined || entry.comment === ''
    ? markup`<span class="none">${reader.texts.none}</span>`
    : markup`<span class="comment">${entry.comment}</span>`;
}

function received(reader: Reader, entry: GradeEntry | undefined): Markup {
  const at = entry?.receivedAt ?? undefined;
  return at === undefined
    ? markup`<span class="none">${reader.texts.none}</span>`
    : markup`<time datetime="${at}">${formatTime(at, reader.language)}</time>`;
}

function findEntry(store: Store, item: LineItem, person: Person): GradeEntry | undefined {
  const grade = findGrade(store, item.id, person.id);
  return grade === undefined ? undefined : toGradeEntry(item, grade);
}

function analysisLink(reader: Reader, item: LineItem, person: Person): Markup {
  const { texts } = reader;
  if (item.resourceLinkId === null) return markup`<span class="none">${texts.none}</span>`;
  const href = `/course/${item.courseId}/review/${item.id}/${person.id}`;
  return markup`<a href="${href}" aria-label="${texts.gradeAnalysisOf(fullName(person))}">${texts.gradeAnalysis}</a>`;
}

function staffRow(store: Store, reader: Reader, item: LineItem, person: Person): Markup {
  const { texts } = reader;
  const entry = findEntry(store, item, person);
  return markup`<tr role="row" data-user="${person.id}" data-item="${item.id}" data-grade="${entry?.points ?? ''}">
<th role="rowheader" scope="row">${fullName(person)}</th>
<td role="cell" data-label="${texts.grade}"><span>${points(reader, entry)}</span></td>
<td role="cell" data-label="${texts.comment}">${comment(reader, entry)}</td>
<td role="cell" data-label="${texts.receivedAt}"><span>${received(reader, entry)}</span></td>
<td role="cell" data-label="${texts.analysis}"><span>${analysisLink(reader, item, person)}</span></td></tr>`;
}

/**
 * Names roles explicitly, because narrow screens lay the table out as blocks, which hides it from screen
 * readers.
 */
function staffTable(store: Store, reader: Reader, item: LineItem, language: Language): Markup {
  const { texts } = reader;
  const heads = [texts.person, texts.grade, texts.comment, texts.receivedAt, texts.analysis].map(
    (label) => markup`<th role="columnheader" scope="col">${label}</th>`,
  );
  const rows = listMembers(store.state)
    .filter((person) => !isStaff(person))
    .map((person) => staffRow(store, reader, item, person));
  return markup`<section class="panel wide" aria-labelledby="item-${item.id}"><h2 id="item-${item.id}" lang="${language}">${item.label}</h2>
<table role="table" aria-labelledby="item-${item.id}"><thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table></section>`;
}

/** Only that it is done: a comment may tell the number too. */
function heldBackCard(reader: Reader, item: LineItem, person: Person, language: Language): Markup {
  const { texts } = reader;
  return markup`<li class="card" data-user="${person.id}" data-item="${item.id}">
<h2 lang="${language}">${item.label}</h2>
<dl><dt>${texts.grade}</dt><dd><strong>${texts.done}</strong></dd>
<dt>${texts.analysis}</dt><dd>${analysisLink(reader, item, person)}</dd></dl></li>`;
}

function ownCard(
  { store, profile }: GradesOf,
  reader: Reader,
  item: LineItem,
  person: Person,
  language: Language,
): Markup {
  const { texts } = reader;
  const entry = findEntry(store, item, person);
  const hasPoints = entry?.points !== undefined && entry.points !== null;
  if (hasPoints && !item.gradesReleased && profile.keepsGradesBack)
    return heldBackCard(reader, item, person, language);
  return markup`<li class="card" data-user="${person.id}" data-item="${item.id}" data-grade="${entry?.points ?? ''}">
<h2 lang="${language}">${item.label}</h2>
<dl><dt>${texts.grade}</dt><dd>${points(reader, entry)}</dd>
<dt>${texts.comment}</dt><dd>${comment(reader, entry)}</dd>
<dt>${texts.receivedAt}</dt><dd>${received(reader, entry)}</dd>
<dt>${texts.analysis}</dt><dd>${analysisLink(reader, item, person)}</dd></dl></li>`;
}

export function createGradesPage(
  platform: GradesOf,
  reader: Reader,
  course: Course,
  person: Person,
): PageParts {
  const { store } = platform;
  const { texts } = reader;
  const items = listItemsOfCourse(store, course.id);
  const language = languageOf(course);
  const title = isStaff(person) ? texts.gradebook : texts.myGrades;
  const content = isStaff(person)
    ? items.map((item) => staffTable(store, reader, item, language))
    : markup`<ul class="stack">${items.map((item) => ownCard(platform, reader, item, person, language))}</ul>`;
  return {
    title,
    crumbs: [{ label: course.fullName, href: `/course/${course.id}` }],
    body: markup`<div class="intro"><h1>${title}</h1></div>
${items.length === 0 ? markup`<p>${texts.noColumns}</p>` : content}`,
  };
}
