/** As in Moodle, each page sends the tool's login form from inside the frame. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { findActivity, findLineItem } from './gradebook.ts';
import { targetOf } from './id-token-claims.ts';
import { messageHint } from './launches.ts';
import type { Launch } from './launches.ts';
import { sendErrorPage } from './pages/error-page.ts';
import { sendFormPost } from './pages/form-post-page.ts';
import { readReader, sendPage } from './pages/layout.ts';
import { sendReturnPage } from './pages/return-page.ts';
import { createStorageFrame } from './pages/storage-parts.ts';
import { findCourse, isStaff, mayReview } from './people-and-courses.ts';
import type { Course, Person } from './people-and-courses.ts';
import { findStorageTarget, storageFrameName } from './platform-storage.ts';
import { getTool } from './platform.ts';
import type { Platform } from './platform.ts';
import { readSession } from './session.ts';
import type { Session } from './session.ts';
import type { Locale } from './stored-state.ts';
import { readField, readId } from './text-field.ts';

function launchLocale(platform: Platform, course: Course, session: Session): Locale {
  const setting = platform.store.state.courseLanguages[String(course.id)];
  if (setting === undefined) return course.language;
  return setting ?? (session.language === 'en' ? 'en' : 'fr_ca');
}

function sendLogin(
  platform: Platform,
  request: Request,
  response: Response,
  draft: Omit<Launch, 'launchId'>,
): void {
  if (platform.tool === undefined) {
    sendErrorPage(request, response, 404, 'tool');
    return;
  }
  const tool = getTool(platform);
  const launch = platform.launches.begin(draft);
  const storageTarget = findStorageTarget(platform.storage);
  sendFormPost(request, response, tool.loginUrl, {
    iss: platform.addresses.publicUrl,
    target_link_uri: targetOf(platform, launch),
    login_hint: String(launch.userId),
    lti_message_hint: messageHint(launch),
    client_id: tool.clientId,
    lti_deployment_id: tool.deploymentId,
    ...(storageTarget === undefined ? {} : { lti_storage_target: storageTarget }),
  });
}

function findReader(
  { store: { state } }: Platform,
  request: Request,
  courseId: number | undefined,
): { person: Person; course: Course; session: Session } | undefined {
  const session = readSession(request);
  const course = findCourse(courseId ?? 0, state.courseCopies);
  return session.person === undefined || course === undefined
    ? undefined
    : { person: session.person, course, session };
}

function launchActivity(platform: Platform, request: Request, response: Response): void {
  const activity = findActivity(platform.store, readId(request.query.id) ?? 0);
  const reader = findReader(platform, request, activity?.courseId);
  if (activity === undefined || reader === undefined) {
    sendErrorPage(request, response, 404, 'activity');
    return;
  }
  sendLogin(platform, request, response, {
    kind: 'resource-link',
    userId: reader.person.id,
    courseId: reader.course.id,
    locale: launchLocale(platform, reader.course, reader.session),
    container: readField(request.query, 'container') === 'window' ? 'window' : 'iframe',
    cmid: activity.cmid,
  });
}

function launchSelection(platform: Platform, request: Request, response: Response): void {
  const reader = findReader(platform, request, readId(request.query.course));
  const again = findActivity(platform.store, readId(request.query.again) ?? 0);
  if (reader === undefined || !isStaff(reader.person)) {
    sendErrorPage(request, response, 404, 'course');
    return;
  }
  sendLogin(platform, request, response, {
    kind: 'deep-linking',
    ...(again === undefined ? {} : { again: again.cmid }),
    userId: reader.person.id,
    courseId: reader.course.id,
    locale: launchLocale(platform, reader.course, reader.session),
    container: 'iframe',
  });
}

function launchReview(platform: Platform, request: Request, response: Response): void {
  const reader = findReader(platform, request, readId(request.query.course));
  const userId = readId(request.query.user);
  const item = findLineItem(platform.store, reader?.course.id ?? 0, readId(request.query.item) ?? 0);
  const activity = platform.store.state.activities.find((one) => one.resourceLinkId === item?.resourceLinkId);
  const isAllowed = reader !== undefined && mayReview(reader.person, userId);
  if (!isAllowed || userId === undefined || item === undefined || activity === undefined) {
    sendErrorPage(request, response, 404, 'review');
    return;
  }
  sendLogin(platform, request, response, {
    kind: 'submission-review',
    userId: reader.person.id,
    courseId: reader.course.id,
    locale: launchLocale(platform, reader.course, reader.session),
    container: 'iframe',
    cmid: activity.cmid,
    review: { userId, itemId: item.id },
  });
}

export function createLaunchRoutes(platform: Platform): Router {
  const router = Router();
  router.get('/launch.php', (request, response) => {
    launchActivity(platform, request, response);
  });
  router.get('/contentitem.php', (request, response) => {
    launchSelection(platform, request, response);
  });
  router.get('/review.php', (request, response) => {
    launchReview(platform, request, response);
  });
  router.get('/storage.php', (request, response) => {
    const setting = platform.storage;
    const toolOrigin = new URL(getTool(platform).targetLinkUri).origin;
    const body = createStorageFrame({ setting, toolOrigin });
    sendPage(request, response, readReader(request), { title: storageFrameName, body, kind: 'bare' });
  });
  router.get('/return.php', (request, response) => {
    const link = readId(request.query.instanceid);
    const { activities } = platform.store.state;
    // As Moodle's, which looks the activity up first.
    if (link !== undefined && !activities.some(({ resourceLinkId }) => resourceLinkId === link)) {
      sendErrorPage(request, response, 404, 'activity');
    } else sendReturnPage(request, response);
  });
  return router;
}
