import { COURSES } from '../people-and-courses.ts';
import { languageOf } from './layout.ts';
import type { PageParts, Reader } from './layout.ts';
import { markup } from './markup.ts';

export function createHomePage(reader: Reader): PageParts {
  const { texts } = reader;
  const courses = COURSES.map(
    (course) => markup`<li class="card course-card" lang="${languageOf(course)}">
<p class="eyebrow">${course.shortName}</p>
<h3><a href="/course/${course.id}">${course.fullName}</a></h3>
<p>${course.intro}</p>
<p class="meta" lang="${reader.language}">${texts.courseLanguage[course.language]}</p>
</li>`,
  );
  return {
    title: texts.homeTitle,
    body: markup`<div class="intro"><h1>${texts.homeTitle}</h1><p class="lead">${texts.homeLead}</p></div>
${reader.person?.role === 'administrator' ? markup`<p><a href="/admin/tools">${texts.tools}</a></p>` : undefined}
<section aria-labelledby="courses"><h2 id="courses">${texts.myCourses}</h2><ul class="cards">${courses}</ul></section>`,
  };
}
