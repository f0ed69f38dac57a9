import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { changeLineItem, findLineItem, listItemsOfCourse, removeLineItem } from './gradebook.ts';
import { SCOPE } from './lti-names.ts';
import { isAccepted, isAcceptedExactly, isSentAs, MEDIA } from './media-types.ts';
import { findCourse } from './people-and-courses.ts';
import { getTool } from './platform.ts';
import type { Platform } from './platform.ts';
import { isAuthorised } from './service-guard.ts';
import { refuse } from './service-refusal.ts';
import type { LineItem } from './stored-state.ts';
import { readField, readId } from './text-field.ts';

const READ = [SCOPE.lineItem, SCOPE.lineItemReadOnly];
const WRITE = [SCOPE.lineItem];
const NO_HANDLER = 'No handler found for this request';

const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number),
]);
const postedItemSchema = z.object({
  label: z.string().trim().min(1).max(1000),
  scoreMaximum: numeric.pipe(z.number().min(0)),
  resourceId: z.string().max(255).default(''),
  tag: z.string().max(255).default(''),
  gradesReleased: z.boolean().default(true),
  resourceLinkId: z
    .union([z.string().max(30), z.int()])
    .transform(String)
    .optional(),
  submissionReview: z
    .object({ url: z.string().max(2000).optional(), custom: z.record(z.string(), z.string()).optional() })
    .nullable()
    .default(null),
});

type PostedItem = z.output<typeof postedItemSchema>;

function parsePostedItem(body: unknown): PostedItem | undefined {
  try {
    return postedItemSchema.safeParse(JSON.parse(typeof body === 'string' ? body : '')).data;
  } catch {
    return undefined;
  }
}

function toJson(platform: Platform, item: LineItem): Readonly<Record<string, unknown>> {
  const { deploymentId } = getTool(platform);
  const link = item.resourceLinkId === null ? undefined : String(item.resourceLinkId);
  return {
    id: platform.addresses.lineItem(item.courseId, item.id, deploymentId),
    label: item.label,
    scoreMaximum: item.scoreMaximum,
    resourceId: item.resourceId,
    tag: item.tag,
    gradesReleased: item.gradesReleased,
    ...(link === undefined ? {} : { resourceLinkId: link, ltiLinkId: link }),
    ...(item.submissionReview === null ? {} : { submissionReview: item.submissionReview }),
  };
}

export function findItemOrRefuse(
  platform: Platform,
  request: Request,
  response: Response,
): LineItem | undefined {
  const courseId = readId(request.params.courseId);
  const itemId = readId(request.params.itemId);
  const item =
    courseId === undefined || itemId === undefined
      ? undefined
      : findLineItem(platform.store, courseId, itemId);
  if (item === undefined) refuse(request, response, 404, 'Not Found');
  return item;
}

function matches(item: LineItem, query: unknown): boolean {
  const link = readField(query, 'resource_link_id');
  const resource = readField(query, 'resource_id');
  const tag = readField(query, 'tag');
  return (
    (link === undefined || String(item.resourceLinkId) === link) &&
    (resource === undefined || item.resourceId === resource) &&
    (tag === undefined || item.tag === tag)
  );
}

/** Moodle's broken Link header (escaped ampersands, curly quotes). */
function malformedLink(platform: Platform, courseId: number, limit: number, from: number): string {
  const url = platform.addresses.lineItems(courseId, getTool(platform).deploymentId);
  const link = `<${url}&amp;limit=${limit}&amp;from=${from}>; rel=“next”`;
  return Buffer.from(link, 'utf8').toString('latin1');
}

function listItems(platform: Platform, request: Request, response: Response): void {
  if (!isAcceptedExactly(request.get('accept'), MEDIA.lineItems)) {
    refuse(request, response, 400, NO_HANDLER);
    return;
  }
  if (!isAuthorised(platform, READ, request, response)) return;
  const courseId = readId(request.params.courseId);
  if (courseId === undefined || findCourse(courseId, platform.store.state.courseCopies) === undefined) {
    refuse(request, response, 404, 'Not Found');
    return;
  }
  const items = listItemsOfCourse(platform.store, courseId).filter((item) => matches(item, request.query));
  const limit = readId(request.query.limit) ?? 0;
  const from = readId(request.query.from) ?? 0;
  const page = limit > 0 ? items.slice(from, from + limit) : items;
  if (limit > 0 && from + limit < items.length) {
    response.setHeader('Link', malformedLink(platform, courseId, limit, from + limit));
  }
  response.type(MEDIA.lineItems).send(JSON.stringify(page.map((item) => toJson(platform, item))));
}

/** Null if no link is named, undefined if it is not this tool's. */
function findLink(platform: Platform, courseId: number, link: string | undefined): number | null | undefined {
  if (link === undefined || link === '') return null;
  const own = platform.store.state.activities.find(
    (activity) => activity.courseId === courseId && String(activity.resourceLinkId) === link,
  );
  return own?.resourceLinkId;
}

/** Open edX requires a resource or link, and a whole maximum. */
function isStrict({ resourceId, resourceLinkId, scoreMaximum }: PostedItem): boolean {
  return (resourceId !== '' || resourceLinkId !== undefined) && Number.isInteger(scoreMaximum);
}

function addItem(platform: Platform, request: Request, response: Response): void {
  if (!isSentAs(request.get('content-type'), MEDIA.lineItem)) {
    refuse(request, response, 400, NO_HANDLER);
    return;
  }
  if (!isAuthorised(platform, WRITE, request, response)) return;
  const courseId = readId(request.params.courseId);
  const posted = parsePostedItem(request.body);
  if (courseId === undefined || findCourse(courseId, platform.store.state.courseCopies) === undefined) {
    refuse(request, response, 404, 'Not Found');
  } else if (posted === undefined || (platform.profile.strictLineItems && !isStrict(posted))) {
    refuse(request, response, 400, 'Bad Request');
  } else {
    const { resourceLinkId: link, ...rest } = posted;
    const resourceLinkId = findLink(platform, courseId, link);
    if (resourceLinkId === undefined) {
      refuse(request, response, 403, 'Forbidden');
      return;
    }
    const item: LineItem = {
      id: platform.store.takeId(),
      courseId,
      resourceLinkId,
      ofActivity: false,
      ...rest,
    };
    platform.store.state.lineItems.push(item);
    platform.store.commit();
    response
      .status(201)
      .type(MEDIA.lineItem)
      .send(JSON.stringify(toJson(platform, item)));
  }
}

function readItem(platform: Platform, request: Request, response: Response): void {
  if (!isAccepted(request.get('accept'), MEDIA.lineItem)) {
    refuse(request, response, 400, NO_HANDLER);
    return;
  }
  if (!isAuthorised(platform, READ, request, response)) return;
  const item = findItemOrRefuse(platform, request, response);
  if (item !== undefined) response.type(MEDIA.lineItem).send(JSON.stringify(toJson(platform, item)));
}

/** As in Moodle, a PUT without tag or resourceId clears them; the link never changes. */
function putItem(platform: Platform, request: Request, response: Response): void {
  if (!isSentAs(request.get('content-type'), MEDIA.lineItem)) {
    refuse(request, response, 400, NO_HANDLER);
    return;
  }
  if (!isAuthorised(platform, WRITE, request, response)) return;
  const item = findItemOrRefuse(platform, request, response);
  if (item === undefined) return;
  const posted = parsePostedItem(request.body);
  if (posted === undefined) {
    refuse(request, response, 400, 'Bad Request');
    return;
  }
  const { label, scoreMaximum, resourceId, tag, gradesReleased, submissionReview } = posted;
  const change = { label, scoreMaximum, resourceId, tag, gradesReleased, submissionReview };
  changeLineItem(platform.store, item, change);
  response.type(MEDIA.lineItem).send(JSON.stringify(toJson(platform, item)));
}

/** As in Moodle, also an activity's own item, its grades and the `lineitem` claim. */
function deleteItem(platform: Platform, request: Request, response: Response): void {
  if (!isAuthorised(platform, WRITE, request, response)) return;
  const item = findItemOrRefuse(platform, request, response);
  if (item === undefined) return;
  removeLineItem(platform.store, item.id);
  response.status(204).end();
}

export function createLineItemRoutes(platform: Platform): Router {
  const router = Router();
  const list = '/:courseId/lineitems';
  const one = '/:courseId/lineitems/:itemId/lineitem';
  router.get(list, (request, response) => {
    listItems(platform, request, response);
  });
  router.post(list, (request, response) => {
    addItem(platform, request, response);
  });
  router.get(one, (request, response) => {
    readItem(platform, request, response);
  });
  router.put(one, (request, response) => {
    putItem(platform, request, response);
  });
  router.delete(one, (request, response) => {
    deleteItem(platform, request, response);
  });
  router.post(one, (request, response) => {
    refuse(request, response, 400, NO_HANDLER);
  });
  return router;
}
