import type { Request, Response } from 'express';
import { findCourse } from '../people-and-courses.ts';
import type { Activity } from '../stored-state.ts';
import { languageOf, readReader, sendPage } from './layout.ts';
import { markup } from './markup.ts';

export function sendSelectionPage(
  request: Request,
  response: Response,
  courseId: number,
  added: readonly Activity[],
): void {
  const course = findCourse(courseId);
  const reader = readReader(request, course && languageOf(course));
  const title = reader.texts.added(added.length);
  const items = added.map((activity) => markup`<li>${activity.title}</li>`);
  const body = markup`<section class="notice">
<h1>${title}</h1>
${added.length === 0 ? undefined : markup`<ul>${items}</ul>`}
<p><a class="button" href="/course/${courseId}" target="_top">${reader.texts.backToCourse}</a></p>
</section>`;
  sendPage(request, response, reader, { title, body, kind: 'bare' });
}
