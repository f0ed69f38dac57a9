/** POST /lti/notices. The signature is in the body, so the body is kept small. */
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { mostNotices, takeNotices, type TakeDeps } from '../../launches/take-notices.ts';
import { notePrivateHost } from '../../organisations/private-hosts.ts';
import { kilobyte, readJson } from '../bodies.ts';
import { limitRefusals, limitRequests } from '../limits.ts';
import { parseBody } from '../parse.ts';
import { logOf } from '../request-log.ts';

export interface NoticesRouterDeps extends TakeDeps {
  /** Per minute and address, which a vendor's schools may share. */
  readonly limits?: { readonly requests: number; readonly refusals: number } | undefined;
}

const bodyLimit = 256 * kilobyte;
const Notices = z.object({
  notices: z
    .array(z.object({ jwt: z.string().min(20).max(20_000) }))
    .min(1)
    .max(mostNotices),
});

export function createNoticesRouter(deps: NoticesRouterDeps): Router {
  const { requests, refusals } = deps.limits ?? { requests: 1_200, refusals: 60 };
  const onSlowed = (request: Request, isFirst: boolean): void => {
    if (isFirst) logOf(request).warn({ limited: 'notices' }, 'lti.slowed-down');
  };
  const refused = limitRefusals(refusals, onSlowed);
  const take: RequestHandler = async (request, response, next) => {
    const { notices } = parseBody(Notices, request.body);
    const log = logOf(request);
    const noting = { ...deps, notePrivateHost: notePrivateHost(log) };
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    const tokens = notices.map(({ jwt }) => jwt);
    const taken = await takeNotices(noting, tokens, gone.signal);
    if (taken.waitS > 0) {
      onSlowed(request, true);
      response.setHeader('Retry-After', taken.waitS);
      throw new AppError('request.too-many');
    }
    if (taken.refused.length === 0) {
      log.info({ accepted: taken.accepted, repeated: taken.repeated }, 'lti.noticed');
      response.status(204).end();
      return;
    }
    refused.count(request, response, next, () => {
      for (const refusal of taken.refused) log.warn(refusal, 'lti.notice-refused');
      response.status(400).end();
    });
  };
  const router = Router();
  const limit = limitRequests({ limit: requests, countsRefused: true, onSlowed });
  router.post('/', limit, readJson(bodyLimit), take);
  router.use(refused.countThrown);
  return router;
}
