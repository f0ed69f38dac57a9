import type { Request, Response } from 'express';
import { findCourse } from '../people-and-courses.ts';
import { readField, readId } from '../text-field.ts';
import { languageOf, readReader, sendPage } from './layout.ts';
import { markup } from './markup.ts';

export function sendReturnPage(request: Request, response: Response): void {
  const courseId = readId(request.query.course);
  const course = findCourse(courseId ?? 0);
  const reader = readReader(request, course && languageOf(course));
  const { texts } = reader;
  const message = readField(request.query, 'lti_errormsg') ?? readField(request.query, 'lti_msg');
  const body = markup`<section class="notice">
<h1>${texts.leftActivity}</h1>
${message === undefined ? undefined : markup`<p class="message"><strong>${texts.toolSays}</strong> ${message}</p>`}
<p><a class="button" href="${courseId === undefined ? '/' : `/course/${courseId}`}" target="_top">${texts.backToCourse}</a></p>
</section>`;
  sendPage(request, response, reader, { title: texts.leftActivity, body, kind: 'bare' });
}
