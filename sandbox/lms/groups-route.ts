/** LTI Course Groups Service 1.0: names of groups. Who is in them is in the course list. */
import { Router } from 'express';
import { SCOPE } from './lti-names.ts';
import { isAccepted, MEDIA } from './media-types.ts';
import type { Platform } from './platform.ts';
import { isAuthorised } from './service-guard.ts';
import { refuse } from './service-refusal.ts';

export function createGroupsRoutes(platform: Platform): Router {
  const router = Router();
  router.get('/CourseSection/:courseId/bindings/:typeId/groups', (request, response) => {
    const { groups } = platform.faults;
    if (groups.told !== 'service' || !isAccepted(request.get('accept'), MEDIA.groups)) {
      refuse(request, response, 400, 'No handler found for this request');
      return;
    }
    if (!isAuthorised(platform, [SCOPE.groups], request, response)) return;
    const id = platform.addresses.groups(Number(request.params.courseId), request.params.typeId);
    const named = Object.entries(groups.names).map(([groupId, name]) => ({ id: groupId, name }));
    response.type(MEDIA.groups).send(JSON.stringify({ id, groups: named }));
  });
  return router;
}
