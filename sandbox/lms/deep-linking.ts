import { urlencoded, Router } from 'express';
import type { Request, Response } from 'express';
import type { JWTPayload } from 'jose';
import { errors } from 'jose';
import { z } from 'zod';
import { parseCustom } from './custom-parameters.ts';
import { changeLineItem, findActivity, listItemsOfLink } from './gradebook.ts';
import type { DeepLinkTicket } from './deep-link-tickets.ts';
import type { ToolRegistration } from './lms-options.ts';
import { CLAIM } from './lti-names.ts';
import { sendErrorPage } from './pages/error-page.ts';
import { sendSelectionPage } from './pages/selection-page.ts';
import type { Platform } from './platform.ts';
import { findRefusal } from './selection-settings.ts';
import type { Activity } from './stored-state.ts';
import { readField } from './text-field.ts';
import { KeySetUnavailable } from './tool-keys.ts';

const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const itemSchema = z.object({
  type: z.literal('ltiResourceLink'),
  title: z.string().max(500).optional(),
  text: z.string().max(10_000).optional(),
  url: webAddress.optional(),
  custom: z.record(z.string(), z.unknown()).optional(),
  lineItem: z
    .object({
      // Moodle's form accepts whole numbers only; others break the gradebook.
      scoreMaximum: z.int().positive().optional(),
      resourceId: z.string().max(255).optional(),
      tag: z.string().max(255).optional(),
      gradesReleased: z.boolean().optional(),
      submissionReview: z
        .object({ url: webAddress.optional(), custom: z.record(z.string(), z.string()).optional() })
        .optional(),
    })
    .optional(),
});
const itemsSchema = z.array(itemSchema).max(100);
type ContentItem = z.output<typeof itemSchema>;
type Refusal = 'content_items' | NonNullable<ReturnType<typeof findRefusal>>;

async function verifyResponse(
  platform: Platform,
  tool: ToolRegistration,
  token: string,
): Promise<JWTPayload> {
  const claims = await platform.toolKeys.verify(token, tool.keySetUrl, {
    issuer: tool.clientId,
    currentDate: platform.clock(),
  });
  if (claims[CLAIM.messageType] !== 'LtiDeepLinkingResponse') {
    throw new errors.JWTClaimValidationFailed('Not a deep linking response.', claims, CLAIM.messageType);
  }
  return claims;
}

function addLineItem(
  platform: Platform,
  activity: Activity,
  lineItem: NonNullable<ContentItem['lineItem']>,
): void {
  const { url, custom } = lineItem.submissionReview ?? {};
  platform.store.state.lineItems.push({
    id: platform.store.takeId(),
    courseId: activity.courseId,
    resourceLinkId: activity.resourceLinkId,
    ofActivity: true,
    // The tool's label is ignored.
    label: activity.title,
    scoreMaximum: lineItem.scoreMaximum ?? 100,
    resourceId: lineItem.resourceId ?? '',
    tag: lineItem.tag ?? '',
    gradesReleased: lineItem.gradesReleased ?? true,
    submissionReview:
      lineItem.submissionReview === undefined
        ? null
        : { ...(url === undefined ? {} : { url }), ...(custom === undefined ? {} : { custom }) },
  });
}

function addActivity(
  platform: Platform,
  courseId: number,
  item: ContentItem,
  custom: Record<string, string>,
): Activity {
  const { store } = platform;
  const activity: Activity = {
    cmid: store.takeId(),
    resourceLinkId: store.takeId(),
    courseId,
    title: item.title ?? 'NUM+',
    description: item.text ?? '',
    url: item.url ?? null,
    custom,
    graded: item.lineItem !== undefined,
    copiedFrom: [],
  };
  store.state.activities.push(activity);
  if (item.lineItem !== undefined) addLineItem(platform, activity, item.lineItem);
  return activity;
}

/** The link and its column stay, as in Moodle. */
function changeActivity(
  { store }: Platform,
  activity: Activity,
  { title, text, url, lineItem }: ContentItem,
  custom: Record<string, string>,
): Activity {
  const changed = {
    ...activity,
    title: title ?? activity.title,
    description: text ?? '',
    url: url ?? null,
    custom,
  };
  store.state.activities = store.state.activities.map((one) => (one.cmid === activity.cmid ? changed : one));
  const [column] = listItemsOfLink(store, activity.resourceLinkId);
  if (column !== undefined) {
    const { resourceId = '', tag = '' } = lineItem ?? {};
    changeLineItem(store, column, { label: changed.title, resourceId, tag });
  }
  return changed;
}

/** All or nothing: one invalid item refuses the whole response. */
function addItems(
  platform: Platform,
  ticket: DeepLinkTicket,
  claims: JWTPayload,
): readonly Activity[] | Refusal {
  const items = itemsSchema.safeParse(claims[CLAIM.contentItems] ?? []);
  if (!items.success) return 'content_items';
  const refusal = findRefusal(ticket.settings, { data: claims[CLAIM.deepLinkingData], items: items.data });
  if (refusal !== undefined) return refusal;
  const customs = items.data.map((item) => parseCustom(item.custom ?? {}));
  if (customs.includes(undefined)) return 'content_items';
  const added = items.data.map((item, index) => {
    const custom = customs[index] ?? {};
    const again = ticket.cmid === undefined ? undefined : findActivity(platform.store, ticket.cmid);
    return again === undefined || index > 0
      ? addActivity(platform, ticket.courseId, item, custom)
      : changeActivity(platform, again, item, custom);
  });
  platform.store.commit();
  return added;
}

async function takeResponse(platform: Platform, request: Request, response: Response): Promise<void> {
  const sesskey = readField(request.query, 'sesskey') ?? '';
  const ticket = platform.tickets.find(sesskey);
  const token = readField(request.body, 'JWT', 500_000);
  if (platform.tool === undefined || ticket === undefined || token === undefined) {
    sendErrorPage(request, response, 404, 'sesskey');
    return;
  }
  try {
    const claims = await verifyResponse(platform, platform.tool, token);
    const added = addItems(platform, ticket, claims);
    if (typeof added === 'string') {
      sendErrorPage(request, response, 404, added);
      return;
    }
    platform.tickets.spend(sesskey);
    sendSelectionPage(request, response, ticket.courseId, added);
  } catch (error) {
    if (!(error instanceof errors.JOSEError) && !(error instanceof KeySetUnavailable)) throw error;
    sendErrorPage(request, response, 404, 'jwt');
  }
}

export function createDeepLinkingRoutes(platform: Platform): Router {
  const router = Router();
  router.post('/contentitem_return.php', urlencoded({ extended: false, limit: '1mb' }), (request, response) =>
    takeResponse(platform, request, response),
  );
  return router;
}
