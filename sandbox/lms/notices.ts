/** LTI Platform Notification Service 1.0. As Canvas: one handler per type, on the tool's host, and no retries. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { copyCourse } from './copies.ts';
import { CLAIM, CONTEXT_COPY_NOTICE, SCOPE } from './lti-names.ts';
import { findCourse } from './people-and-courses.ts';
import { getTool } from './platform.ts';
import type { Platform } from './platform.ts';
import { reachableFromHere } from './registered-tools.ts';
import { isAuthorised } from './service-guard.ts';
import { refuse } from './service-refusal.ts';

const NOTICE_LIFE_S = 3600;
const HANDLER_TIMEOUT_MS = 5000;

const handlerSchema = z.object({
  notice_type: z.literal(CONTEXT_COPY_NOTICE),
  /** Empty removes it. */
  handler: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2048)]),
  max_batch_size: z.int().min(1).optional(),
});

export function noticeClaims(platform: Platform): Record<string, unknown> {
  if (!platform.faults.copies.notices) return {};
  const { addresses } = platform;
  return {
    [CLAIM.notificationService]: {
      service_versions: ['1.0'],
      platform_notification_service_url: addresses.noticeHandlers(getTool(platform).deploymentId),
      scope: [SCOPE.noticeHandlers],
      notice_types_supported: ['LtiHelloWorldNotice', CONTEXT_COPY_NOTICE],
    },
  };
}

export function createNoticeRoutes(platform: Platform): Router {
  const router = Router();
  const path = '/notice-handlers/:typeId';
  router.get(path, (request, response) => {
    if (!mayManage(platform, request, response)) return;
    const { clientId: client_id, deploymentId: deployment_id } = getTool(platform);
    const notice_handlers = platform.store.state.noticeHandlers.map(({ noticeType, handler }) => ({
      notice_type: noticeType,
      handler,
    }));
    response.json({ client_id, deployment_id, notice_handlers });
  });
  router.put(path, (request, response) => {
    if (mayManage(platform, request, response)) putHandler(platform, request, response);
  });
  return router;
}

function mayManage(platform: Platform, request: Request, response: Response): boolean {
  const isOwn = request.params.typeId === getTool(platform).deploymentId;
  if (platform.faults.copies.notices && isOwn) {
    return isAuthorised(platform, [SCOPE.noticeHandlers], request, response);
  }
  refuse(request, response, 404, 'Not Found');
  return false;
}

function putHandler(platform: Platform, request: Request, response: Response): void {
  const parsed = handlerSchema.safeParse(parse(request.body));
  const { host } = new URL(getTool(platform).targetLinkUri);
  if (!parsed.success || (parsed.data.handler !== '' && new URL(parsed.data.handler).host !== host)) {
    refuse(request, response, 400, 'Bad Request');
    return;
  }
  const { notice_type: noticeType, handler } = parsed.data;
  const { state } = platform.store;
  state.noticeHandlers = handler === '' ? [] : [{ noticeType, handler }];
  platform.store.commit();
  response.json(parsed.data);
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

/** The notice is on its way when this returns, or was lost. */
export async function copyCourseAndTell(platform: Platform, courseId: number, copyId: number): Promise<void> {
  const { store, faults } = platform;
  copyCourse(store, faults.copies, courseId, copyId);
  if (!faults.copies.notices) return;
  const notice = await platform.keys.sign(copyNotice(platform, courseId, copyId), 'platform', {});
  for (const { handler } of store.state.noticeHandlers) {
    await fetch(reachableFromHere(handler), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ notices: [{ jwt: notice }] }),
      signal: AbortSignal.timeout(HANDLER_TIMEOUT_MS),
    }).catch(() => undefined);
  }
}

/** Without `sub`: nobody's session sends it. */
function copyNotice(platform: Platform, courseId: number, copyId: number): Record<string, unknown> {
  const tool = getTool(platform);
  const course = findCourse(copyId, platform.store.state.courseCopies);
  const now = platform.clock();
  const issuedAtS = Math.floor(now.getTime() / 1000);
  return {
    iss: platform.addresses.publicUrl,
    aud: tool.clientId,
    azp: tool.clientId,
    iat: issuedAtS,
    exp: issuedAtS + NOTICE_LIFE_S,
    nonce: platform.randomDigits(),
    [CLAIM.version]: '1.3.0',
    [CLAIM.deploymentId]: tool.deploymentId,
    [CLAIM.notice]: { id: platform.randomDigits(), timestamp: now.toISOString(), type: CONTEXT_COPY_NOTICE },
    [CLAIM.context]: {
      id: String(copyId),
      label: course?.shortName,
      title: course?.fullName,
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
    },
    [CLAIM.originContexts]: [String(courseId)],
  };
}
