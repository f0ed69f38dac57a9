import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import { findActivity, findLineItem } from './gradebook.ts';
import { CREST_SVG, POST_SCRIPT, REGISTRATION_SCRIPT } from './pages/assets.ts';
import { createCoursePage } from './pages/course-page.ts';
import { sendErrorPage } from './pages/error-page.ts';
import { FRAME_SCRIPT, findFrameFitting } from './pages/frame-fitting.ts';
import { createFramedPage } from './pages/framed-page.ts';
import type { FramedPage } from './pages/framed-page.ts';
import { createGradesPage } from './pages/grades-page.ts';
import { createGuidePage, NEWS_SCRIPT, tellNews } from './pages/guide-page.ts';
import { createHomePage } from './pages/home-page.ts';
import { languageOf, readReader, sendPage } from './pages/layout.ts';
import type { PageParts, Reader } from './pages/layout.ts';
import { markup } from './pages/markup.ts';
import { createPeoplePage } from './pages/people-page.ts';
import { STORAGE_SCRIPT, createStorageParts } from './pages/storage-parts.ts';
import { STYLESHEET } from './pages/stylesheet.ts';
import { findCourse, findPerson, fullName, isStaff, mayReview } from './people-and-courses.ts';
import type { Course, Person } from './people-and-courses.ts';
import type { Platform } from './platform.ts';
import { actAs, chooseLanguage } from './session.ts';
import { readField, readId } from './text-field.ts';

interface Visit {
  readonly reader: Reader;
  readonly person: Person;
  readonly course: Course;
}

/** Only paths of this server, against open redirects. */
function safePath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}

interface Exchange {
  readonly platform: Platform;
  readonly request: Request;
  readonly response: Response;
}

/** Undefined if it sent the chooser or a refusal instead. */
function findVisit(
  { platform, request, response }: Exchange,
  courseId: number | undefined,
  staffOnly = false,
): Visit | undefined {
  const course = findCourse(courseId ?? 0, platform.store.state.courseCopies);
  const reader = readReader(request, course && languageOf(course));
  if (course === undefined) {
    sendErrorPage(request, response, 404, 'course');
  } else if (reader.person === undefined) {
    sendPage(request, response, reader, createPeoplePage(reader, request.originalUrl));
  } else if (staffOnly && !isStaff(reader.person)) {
    sendErrorPage(request, response, 403, 'role');
  } else {
    return { reader, person: reader.person, course };
  }
  return undefined;
}

function toolOrigin(platform: Platform): string {
  return platform.tool === undefined ? '' : new URL(platform.tool.targetLinkUri).origin;
}

function sendFrame(
  platform: Platform,
  visit: Visit,
  request: Request,
  response: Response,
  page: Omit<FramedPage, 'crumbs' | 'toolOrigin' | 'fitting' | 'storage'>,
): void {
  const crumbs = [{ label: visit.course.fullName, href: `/course/${visit.course.id}` }];
  const fitting = findFrameFitting(platform.profile.name);
  const origin = toolOrigin(platform);
  const keeper = { setting: platform.storage, toolOrigin: origin };
  const storage = createStorageParts(keeper, new URL(platform.addresses.serviceUrl).origin);
  const parts = createFramedPage({ ...page, crumbs, fitting, storage, toolOrigin: origin });
  sendPage(request, response, visit.reader, parts);
}

function showActivity(platform: Platform, request: Request, response: Response): void {
  const activity = findActivity(platform.store, readId(request.params.cmid) ?? 0);
  const visit = findVisit({ platform, request, response }, activity?.courseId);
  if (visit === undefined || activity === undefined) return;
  const source = `/mod/lti/launch.php?id=${activity.cmid}`;
  const aside = markup`<p><a href="${source}&amp;container=window">${visit.reader.texts.openInWindow}</a></p>`;
  sendFrame(platform, visit, request, response, { title: activity.title, source, aside });
}

function showSelection(platform: Platform, request: Request, response: Response): void {
  const visit = findVisit({ platform, request, response }, readId(request.params.courseId), true);
  if (visit === undefined) return;
  const { texts } = visit.reader;
  const again = readId(request.query.again);
  const change = again === undefined ? '' : `&again=${again}`;
  const source = `/mod/lti/contentitem.php?course=${visit.course.id}${change}`;
  const aside = markup`<p>${texts.selectContentHint}</p>`;
  sendFrame(platform, visit, request, response, { title: texts.selectContent, source, aside });
}

function showReview(platform: Platform, request: Request, response: Response): void {
  const visit = findVisit({ platform, request, response }, readId(request.params.courseId));
  if (visit === undefined) return;
  const item = findLineItem(platform.store, visit.course.id, readId(request.params.itemId) ?? 0);
  const learner = findPerson(readId(request.params.userId) ?? 0);
  if (item === undefined || learner === undefined) {
    sendErrorPage(request, response, 404, 'review');
    return;
  }
  if (!mayReview(visit.person, learner.id)) {
    sendErrorPage(request, response, 403, 'role');
    return;
  }
  const source = `/mod/lti/review.php?course=${visit.course.id}&item=${item.id}&user=${learner.id}`;
  const title = visit.reader.texts.gradeAnalysisOf(fullName(learner));
  sendFrame(platform, visit, request, response, { title, source, aside: markup`<p>${item.label}</p>` });
}

function addCoursePages(router: Router, platform: Platform): void {
  // Moodle's address of a course.
  router.get('/course/view.php', (request, response) => {
    response.redirect(303, `/course/${readId(request.query.id) ?? 0}`);
  });
  router.get('/course/:courseId', (request, response) => {
    const visit = findVisit({ platform, request, response }, readId(request.params.courseId));
    if (visit === undefined) return;
    const { reader, course, person } = visit;
    sendPage(request, response, reader, createCoursePage(platform, reader, course, person));
  });
  router.get('/course/:courseId/grades', (request, response) => {
    const visit = findVisit({ platform, request, response }, readId(request.params.courseId));
    if (visit === undefined) return;
    const { reader, course, person } = visit;
    sendPage(request, response, reader, createGradesPage(platform, reader, course, person));
  });
  router.get('/course/:courseId/select', (request, response) => {
    showSelection(platform, request, response);
  });
  router.get('/course/:courseId/review/:itemId/:userId', (request, response) => {
    showReview(platform, request, response);
  });
  router.get('/activity/:cmid', (request, response) => {
    showActivity(platform, request, response);
  });
}

function addSwitches(router: Router): void {
  router.post('/act-as', urlencoded({ extended: false, limit: '10kb' }), (request, response) => {
    const person = findPerson(readId(readField(request.body, 'person')) ?? 0);
    if (person === undefined) {
      sendErrorPage(request, response, 400, 'person');
      return;
    }
    actAs(response, person);
    response.redirect(303, safePath(readField(request.body, 'next')));
  });
  router.get('/language/:language', (request, response) => {
    chooseLanguage(response, request.params.language === 'en' ? 'en' : 'fr');
    response.redirect(303, safePath(readField(request.query, 'next')));
  });
}

function addAssets(router: Router): void {
  const assets = {
    'portal.css': STYLESHEET,
    'post.js': POST_SCRIPT,
    'registration.js': REGISTRATION_SCRIPT,
    'storage.js': STORAGE_SCRIPT,
    'frame.js': FRAME_SCRIPT,
    'news.js': NEWS_SCRIPT,
    'crest.svg': CREST_SVG,
  };
  for (const [name, content] of Object.entries(assets)) {
    router.get(`/assets/${name}`, (_request, response) => {
      response.type(name).set('Cache-Control', 'no-cache').send(content);
    });
  }
}

function createEntry(reader: Reader, next: string): PageParts {
  return reader.person === undefined ? createPeoplePage(reader, next) : createHomePage(reader);
}

export function createPageRoutes(platform: Platform): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const reader = readReader(request);
    const { examples } = platform;
    const page = examples === undefined ? createEntry(reader, '/') : createGuidePage(reader, examples);
    sendPage(request, response, reader, page);
  });
  router.get('/examples', (request, response) => {
    const { examples = { played: 0, arePlaying: false } } = platform;
    response.json({ ...examples, text: tellNews(readReader(request).texts, examples) });
  });
  router.get('/courses', (request, response) => {
    const reader = readReader(request);
    sendPage(request, response, reader, createEntry(reader, '/courses'));
  });
  router.get('/people', (request, response) => {
    const reader = readReader(request);
    const next = platform.examples === undefined ? '/' : '/courses';
    sendPage(request, response, reader, createPeoplePage(reader, next));
  });
  addCoursePages(router, platform);
  addSwitches(router);
  addAssets(router);
  return router;
}
