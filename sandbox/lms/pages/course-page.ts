import { findGrade, listItemsOfLink, toGradeEntry } from '../gradebook.ts';
import { isStaff, listMembers } from '../people-and-courses.ts';
import type { Course, Person } from '../people-and-courses.ts';
import type { Platform } from '../platform.ts';
import { isOffered } from '../registered-tools.ts';
import type { Activity } from '../stored-state.ts';
import { languageOf } from './layout.ts';
import type { PageParts, Reader } from './layout.ts';
import type { Language } from './texts.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { formatNumber } from './number-and-date.ts';

const ICON = markup`<svg class="activity-icon" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
<rect x="4" y="7" width="32" height="22" rx="2"/><path d="M14 35h12M20 29v6M17 13l8 5-8 5z"/></svg>`;

type CourseOf = Pick<Platform, 'store' | 'tool' | 'profile'>;

function gradeLine(
  { store, profile }: CourseOf,
  reader: Reader,
  person: Person,
  activity: Activity,
): Markup | undefined {
  const [item] = listItemsOfLink(store, activity.resourceLinkId);
  if (isStaff(person) || item === undefined) return undefined;
  const grade = findGrade(store, item.id, person.id);
  const entry = grade === undefined ? undefined : toGradeEntry(item, grade);
  if (entry?.points === undefined || entry.points === null) {
    return markup`<p class="own-grade none">${reader.texts.noGradeYet}</p>`;
  }
  if (!entry.isReleased && profile.keepsGradesBack)
    return markup`<p class="own-grade"><strong>${reader.texts.done}</strong></p>`;
  const points = formatNumber(entry.points, reader.language);
  const maximum = formatNumber(entry.maximum, reader.language);
  return markup`<p class="own-grade">${reader.texts.yourGrade} <strong>${points}\u00a0/\u00a0${maximum}</strong></p>`;
}

function activityCard(
  platform: CourseOf,
  reader: Reader,
  person: Person,
  activity: Activity,
  courseLanguage: Language,
): Markup {
  const { texts, language } = reader;
  const [item] = listItemsOfLink(platform.store, activity.resourceLinkId);
  const graded =
    item === undefined ? texts.notGraded : texts.gradedOutOf(formatNumber(item.scoreMaximum, language));
  return markup`<li class="card activity-card">${ICON}<div>
<p class="meta">${texts.activity} · ${graded}</p>
<h3 lang="${courseLanguage}">${activity.title}</h3>
<p class="description" lang="${courseLanguage}">${activity.description}</p>
${gradeLine(platform, reader, person, activity)}
<p class="actions"><a class="button" href="/activity/${activity.cmid}">${texts.openActivity}<span class="visually-hidden"> ${activity.title}</span></a>
<a class="quiet" href="/mod/lti/launch.php?id=${activity.cmid}&amp;container=window">${texts.openInWindow}<span class="visually-hidden"> ${activity.title}</span></a></p>
</div></li>`;
}

function courseTools(
  { store, tool }: Pick<Platform, 'store' | 'tool'>,
  reader: Reader,
  course: Course,
  person: Person,
): Markup {
  const { texts } = reader;
  const grades = isStaff(person) ? texts.gradebook : texts.myGrades;
  const select = markup`<li><a href="/course/${course.id}/select">${texts.selectContent}</a></li>`;
  return markup`<aside class="panel" aria-labelledby="tools"><h2 id="tools">${texts.courseTools}</h2>
<ul><li><a href="/course/${course.id}/grades">${grades}</a></li>${isStaff(person) && isOffered({ store, tool }) ? select : undefined}</ul>
<p class="meta">${texts.people(listMembers(store.state).length)}</p></aside>`;
}

export function createCoursePage(
  platform: CourseOf,
  reader: Reader,
  course: Course,
  person: Person,
): PageParts {
  const { store } = platform;
  const activities = store.state.activities.filter((activity) => activity.courseId === course.id);
  const language = languageOf(course);
  const cards = activities.map((activity) => activityCard(platform, reader, person, activity, language));
  return {
    title: course.fullName,
    crumbs: [],
    body: markup`<div class="intro" lang="${language}"><p class="eyebrow">${course.shortName}</p>
<h1>${course.fullName}</h1><p class="lead">${course.intro}</p></div>
<div class="columns">
<section aria-labelledby="activities"><h2 id="activities" lang="${language}">${course.sectionTitle}</h2><ul class="stack">${cards}</ul></section>
${courseTools(platform, reader, course, person)}</div>`,
  };
}
