/** How the items of an activity work, for its staff. */
import { Router } from 'express';
import type { Secrets } from '../../base/secrets.ts';
import type { Content } from '../../content/load.ts';
import type { StaffLaunch } from '../../launches/staff-launch.ts';
import { readActivityItems } from '../../research/activity-items.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import { limitPerBearer } from '../limits.ts';

interface ItemsDeps {
  readonly storage: Storage;
  readonly content: Content;
  readonly secrets: Secrets;
  /** The staff launch behind the Authorization header; throws session.expired, session.forbidden. */
  readonly authenticateStaff: (authorization: string | undefined) => Promise<StaffLaunch>;
}

/** Each reads a whole activity: per bearer and minute. */
const reportsPerMinute = 10;

/** Routes below /api, about the activity of the bearer's launch and no other. */
export function createItemsRouter(deps: ItemsDeps): Router {
  const router = Router();
  router.get('/activity/items', limitPerBearer(deps.secrets, reportsPerMinute), async (request, response) => {
    response.json(await readActivityItems(deps, await deps.authenticateStaff(request.headers.authorization)));
  });
  return router;
}
